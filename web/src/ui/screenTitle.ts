/** The workspace's name, as far as the frame knows it, for the window's title. */
import { createContext, useContext } from "react";

export const WorkspaceName = createContext("");
export const useWorkspaceName = (): string => useContext(WorkspaceName);
