/** What the frame and every screen know about the workspace: its name, its data, what can be selected. */
import { createContext, useContext, useEffect, useState } from "react";
import { type Ask, useAsk } from "~/api/ask";
import type { components } from "~/api/schema";
import { setViewVersion } from "~/api/version";
import { setFormat } from "~/words/format";

export type WorkspaceFacts = components["schemas"]["WorkspaceState"];
export type WorkspaceOption = components["schemas"]["OptionState"];

export const Workspace = createContext<WorkspaceFacts | null>(null);

/** The workspace; null only outside the frame (tests of single parts). */
export const useWorkspace = (): WorkspaceFacts | null => useContext(Workspace);

const SLOWLY_SECONDS = 30;
const WHILE_OPENING_SECONDS = 1;

/** Asks for the workspace: now and then, and often while a build is being opened. */
export function useWorkspaceAsk(): Ask<WorkspaceFacts> {
  const [every, setEvery] = useState(SLOWLY_SECONDS);
  const ask = useAsk("/api/v1/workspace", {}, { ofView: false, everySeconds: every });
  const facts = ask.data;
  // Before anything inside is drawn, so that no moment is ever written in the wrong zone.
  if (facts) setFormat({ timeZone: facts.time_zone, currency: facts.currency });
  const isOpening = facts?.opening != null;
  useEffect(() => setEvery(isOpening ? WHILE_OPENING_SECONDS : SLOWLY_SECONDS), [isOpening]);
  const version = facts?.view ? String(facts.view.version) : "";
  useEffect(() => setViewVersion(version), [version]);
  return ask;
}
