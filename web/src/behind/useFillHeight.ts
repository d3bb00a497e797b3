/** How high a list may be so that it fills the window below what stands above it. */
import { useSyncExternalStore } from "react";

const LEAST = 360;

/** `above`: pixels taken by what stands over and under the list. */
export function useFillHeight(above: number): number {
  const height = useSyncExternalStore(
    (listener) => {
      globalThis.addEventListener("resize", listener);
      return () => globalThis.removeEventListener("resize", listener);
    },
    () => globalThis.innerHeight,
    () => LEAST + above,
  );
  return Math.max(LEAST, height - above);
}
