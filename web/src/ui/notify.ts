/** A message that comes and goes by itself: what was done, and how to undo it. */
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";
import type { Tone } from "./Badge";

export interface Notice {
  text: string;
  tone?: Tone;
  undo?: (() => void) | undefined;
  /** Another thing to do than undoing. */
  action?: { label: string; onPress: () => void } | undefined;
}

const MAX_AT_ONCE = 4;
const READING_MS = 6_000;
const DECIDING_MS = 12_000;

export const notices = new ToastQueue<Notice>({ maxVisibleToasts: MAX_AT_ONCE });

/** Show a message. Those that ask for a decision, and bad news, stay longer. Returns how to take it back. */
export function notify(notice: Notice): () => void {
  const stays = notice.undo || notice.action || notice.tone === "bad";
  const key = notices.add(notice, { timeout: stays ? DECIDING_MS : READING_MS });
  return () => notices.close(key);
}
