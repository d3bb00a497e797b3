/** Changes of who is who: tried out on the server, and written down against the build that was looked at. */
import { api } from "~/api/client";
import type { Preview, Word } from "./types";

export type Change =
  | { kind: "words"; title: string; words: readonly Word[] }
  | { kind: "split"; title: string; identifiers: readonly string[] };

export interface Tried {
  preview: Preview;
  /** The build that was looked at; the change is refused on another. */
  etag: string;
}

export async function tryChange(change: Change, signal: AbortSignal): Promise<Tried> {
  const { data, response } =
    change.kind === "split"
      ? await api.POST("/api/v1/customers/split/preview", { body: { identifiers: [...change.identifiers] }, signal })
      : await api.POST("/api/v1/customers/decisions/preview", { body: { words: [...change.words] }, signal });
  if (!data) throw new Error("no preview");
  return { preview: data, etag: response.headers.get("ETag") ?? "" };
}

/** Write it down; returns how many words that were. */
export async function make(change: Change, reason: string, etag: string): Promise<number> {
  const headers = { "If-Match": etag };
  const { data } =
    change.kind === "split"
      ? await api.POST("/api/v1/customers/split", { body: { identifiers: [...change.identifiers], reason }, headers })
      : await api.POST("/api/v1/customers/decisions", { body: { words: [...change.words], reason }, headers });
  return data?.words ?? 0;
}
