/** Whether single keys act: can be turned off for those who speak to their computer (WCAG 2.1.4). */
import { useSyncExternalStore } from "react";

const KEY = "clew.singleKeys";
let on = read();
const listeners = new Set<() => void>();

export const singleKeysAreOn = (): boolean => on;

export function setSingleKeys(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(KEY, next ? "on" : "off");
  } catch {
    // Without storage it holds for this visit.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysAreOn);
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}
