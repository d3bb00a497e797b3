/** Answering a pair, by button or key. */
import { useEffect, useRef } from "react";
import { useTell } from "~/api/client";
import { singleKeysAreOn } from "~/app/singleKeys";
import { words } from "~/words";
import type { Verdict } from "./types";

const said = words.review.answers;

export interface Answered {
  number: number;
  verdict: Exclude<Verdict, "taken_back">;
}

/** Writes answers down; the reason may be left empty, the ledger wants one. */
export function useAnswer() {
  const { tell, problem, isPending, reset } = useTell("post", "/api/v1/review/{number}");
  const answer = async (number: number, verdict: Verdict, reason: string): Promise<boolean> => {
    const body = { verdict, reason: reason.trim() || said.byDefault };
    try {
      await tell({ params: { path: { number } }, body });
      return true;
    } catch {
      return false;
    }
  };
  return { answer, problem, isPending, reset };
}

export type Key = keyof typeof said.keys;

/** What a key means, if anything; letters typed into a field or a dialog mean none of it. */
export function meaningOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">): Key | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { target } = event;
  const busy =
    "input,textarea,select,[contenteditable=true],[role=listbox],[role=menu],[role=dialog],[role=alertdialog]";
  if (target instanceof Element && target.closest(busy)) return null;
  const names = Object.keys(said.keys) as Key[];
  return names.find((name) => said.keys[name] === event.key.toLowerCase()) ?? null;
}

/** Act on the queue's keys while the calling part is open, where single keys are on. */
export function useAnswerKeys(act: (meaning: Key) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !singleKeysAreOn()) return;
      const meaning = meaningOf(event);
      if (meaning === null) return;
      event.preventDefault();
      latest.current(meaning);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
