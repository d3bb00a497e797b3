/** Whether this browser is signed in, and the token that every change must repeat (CSRF). */
import { useSyncExternalStore } from "react";

export interface Session {
  state: "unknown" | "signed_in" | "signed_out";
  csrf: string;
  /** The link was used before or has run out. */
  wrongSecret: boolean;
}

let session: Session = { state: "unknown", csrf: "", wrongSecret: false };
const listeners = new Set<() => void>();

export const currentSession = (): Session => session;

export function setSession(next: Partial<Session>): void {
  session = { ...session, ...next };
  for (const listener of listeners) listener();
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, currentSession, currentSession);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
