/** Whether the window is as narrow as a phone. */
import { useSyncExternalStore } from "react";

const SMALL = "(max-width: 600px)";

export function useSmallWindow(query = SMALL): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = globalThis.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => globalThis.matchMedia(query).matches,
    () => false,
  );
}
