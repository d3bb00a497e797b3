/** Changes that aren't sent yet, kept in this browser so that a reload or a crash loses nothing. */
import { useCallback, useState } from "react";
import type { Edited } from "./types";

const PREFIX = "clew.mapping.";
const MOST_KEPT = 60;

/** The kept changes of one mapping, and how to keep others (null forgets them). */
export function useKept(name: string): [Edited | null, (edited: Edited | null) => void] {
  const [held, setHeld] = useState<{ name: string; edited: Edited | null }>(() => ({ name, edited: read(name) }));
  const edited = held.name === name ? held.edited : read(name);
  const keep = useCallback(
    (next: Edited | null) => {
      write(name, next);
      setHeld({ name, edited: next });
    },
    [name],
  );
  return [edited, keep];
}

export function read(name: string): Edited | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    return "text" in kept || "draft" in kept ? (kept as Edited) : null;
  } catch {
    return null;
  }
}

export function write(name: string, edited: Edited | null): void {
  try {
    if (edited === null) localStorage.removeItem(PREFIX + name);
    else {
      makeRoom();
      localStorage.setItem(PREFIX + name, JSON.stringify(edited));
    }
  } catch {
    // A browser that keeps nothing still holds them until the page is closed.
  }
}

/** Forget the kept changes of every mapping whose name begins so. */
export function forgetKept(beginning: string): void {
  for (const key of keys()) if (key.startsWith(PREFIX + beginning)) localStorage.removeItem(key);
}

function makeRoom(): void {
  const kept = keys();
  for (const key of kept.slice(0, Math.max(0, kept.length - MOST_KEPT))) localStorage.removeItem(key);
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
