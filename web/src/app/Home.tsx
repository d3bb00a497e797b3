/** The bare address: to the start while there is nothing, else to the overview. */
import { Navigate } from "react-router";
import { useWorkspace } from "./workspace";

export function Home() {
  const workspace = useWorkspace();
  return <Navigate to={workspace && (workspace.empty || workspace.view === null) ? "/start" : "/overview"} replace />;
}
