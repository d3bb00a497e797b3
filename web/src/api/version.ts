/** Which build the page looks at: part of every question's key, so that a new build asks anew. */
import { useSyncExternalStore } from "react";

let version = "";
const listeners = new Set<() => void>();

export function setViewVersion(next: string): void {
  if (next === version) return;
  version = next;
  for (const listener of listeners) listener();
}

export function useViewVersion(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
    () => version,
  );
}
