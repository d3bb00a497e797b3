/** What the command palette offers: the frame's own commands, and those that screens add while they are open. */
import { useEffect, useSyncExternalStore } from "react";
import type { IconName } from "~/ui/Icon";

export interface Command {
  id: string;
  label: string;
  group: "screens" | "metrics" | "actions";
  icon?: IconName;
  keys?: readonly string[];
  /** Other words under which it is found. */
  also?: string;
  run: () => void;
}

let added: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Command[]): void {
  added = next;
  for (const listener of listeners) listener();
}

/** Offer these commands while the calling screen is open. Keep the list stable (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    change([...added, ...commands]);
    return () => change(added.filter((command) => !commands.includes(command)));
  }, [commands]);
}

export function useAddedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => added,
  );
}
