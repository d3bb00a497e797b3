/** Shares a screen: its address holds its whole state. */
import { copyText } from "~/ui/download";
import { notify } from "~/ui/notify";
import { words } from "~/words";

export async function copyLink(): Promise<void> {
  const done = await copyText(location.href);
  notify(done ? { text: words.selection.copied, tone: "good" } : { text: words.selection.copyFailed, tone: "warn" });
}
