/** The files being handed over: what each is called, how far it is, which goes next. Each change gives a new list. */
import type { ClewProblem } from "~/api/problem";

export interface Item {
  /** The name sent to the server, with the folder it lay in; no two are alike. */
  name: string;
  bytes: number;
  sent: number;
  state: "waiting" | "sending" | "here" | "failed";
  problem: ClewProblem | null;
}

/** So many go at once: more would only share the same disk. */
export const AT_ONCE = 2;

/** Add files; one that is here under its name and size already isn't sent again, another of the same name gets a number. */
export function withFiles(items: readonly Item[], files: readonly File[]): { items: Item[]; added: Map<string, File> } {
  const result = [...items];
  const added = new Map<string, File>();
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    const same = result.find((item) => item.name === path);
    if (same && same.bytes === file.size && !added.has(path)) {
      if (same.state === "here") continue;
      result[result.indexOf(same)] = waiting(path, file);
      added.set(path, file);
      continue;
    }
    const name = same ? freeName(path, result) : path;
    result.push(waiting(name, file));
    added.set(name, file);
  }
  return { items: result, added };
}

export function changed(items: readonly Item[], name: string, part: Partial<Item>): Item[] {
  return items.map((item) => (item.name === name ? { ...item, ...part } : item));
}

/** What goes next, as far as there is room. */
export function nextUp(items: readonly Item[]): Item[] {
  const busy = items.filter((item) => item.state === "sending").length;
  return items.filter((item) => item.state === "waiting").slice(0, Math.max(0, AT_ONCE - busy));
}

export const isSettled = (items: readonly Item[]): boolean =>
  items.every((item) => item.state === "here" || item.state === "failed");

const waiting = (name: string, file: File): Item => ({
  name,
  bytes: file.size,
  sent: 0,
  state: "waiting",
  problem: null,
});

function freeName(path: string, items: readonly Item[]): string {
  const dot = path.lastIndexOf(".");
  const [stem, ending] = dot > path.lastIndexOf("/") + 1 ? [path.slice(0, dot), path.slice(dot)] : [path, ""];
  for (let number = 2; ; number++) {
    const name = `${stem} (${number})${ending}`;
    if (!items.some((item) => item.name === name)) return name;
  }
}
