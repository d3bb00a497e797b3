/** Keys that work everywhere: `g` and a letter goes to a screen, `/` finds, `?` helps, Ctrl-K opens the commands. */
import { useEffect, useRef } from "react";
import { everywhere } from "./places";
import { singleKeysAreOn } from "./singleKeys";

export interface Shortcuts {
  go: (path: string) => void;
  openCommands: () => void;
  openHelp: () => void;
  focusSearch: () => void;
}

const SEQUENCE_MS = 1_500;

export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    let leaderAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      const { go, openCommands, openHelp, focusSearch } = latest.current;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        return openCommands();
      }
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        !singleKeysAreOn() ||
        isBusy(event.target)
      )
        return;
      const followsLeader = event.timeStamp - leaderAt < SEQUENCE_MS;
      leaderAt = Number.NEGATIVE_INFINITY;
      if (followsLeader) {
        const place = everywhere.find((one) => one.key === event.key.toLowerCase());
        if (!place) return;
        event.preventDefault();
        return go(place.to);
      }
      if (event.key === "g") leaderAt = event.timeStamp;
      else if (event.key === "?") openHelp();
      else if (event.key === "/") focusSearch();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** Whether letters belong to something else now: a field, an open list, a dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      "input,textarea,select,[contenteditable=''],[contenteditable=true],[role=listbox],[role=menu],[role=dialog],[role=alertdialog]",
    ) !== null
  );
}
