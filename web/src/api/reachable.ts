/** Whether the server answered last time it was asked. */
import { useSyncExternalStore } from "react";

let reachable = true;
const listeners = new Set<() => void>();

export function setReachable(next: boolean): void {
  if (next === reachable) return;
  reachable = next;
  for (const listener of listeners) listener();
}

export function useReachable(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => reachable,
    () => reachable,
  );
}

/** Whether the server answers now. */
export const answers = (): Promise<boolean> =>
  fetch("/api/v1/health", { credentials: "same-origin" }).then(
    (answer) => answer.ok,
    () => false,
  );
