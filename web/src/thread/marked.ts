/** Cuts a text where words in it show what went wrong. */
import type { components } from "~/api/client";
import { words } from "~/words";

export type Mark = components["schemas"]["MarkedWordsState"];

/** Part of a text; with titles it shows these. */
export interface Piece {
  /** Where it begins in the whole text, in the browser's own units. */
  at: number;
  text: string;
  titles: readonly string[];
}

/** A mark in the browser's units (UTF-16), where the server counts whole characters. */
export interface Span {
  from: number;
  to: number;
  titles: readonly string[];
}

/** The marks in the text's own units; what lies beyond the text (it may be cut) is left out. */
export function spansOf(text: string, marks: readonly Mark[]): Span[] {
  if (marks.length === 0) return [];
  const place = placesIn(text, new Set(marks.flatMap((mark) => [mark.start_char, mark.end_char])));
  return marks.flatMap(({ start_char, end_char, titles: said, read_by }) => {
    const titles = read_by === null ? said : [...said, words.thread.readBy(read_by)];
    const [from, to] = [place.get(start_char), place.get(end_char)];
    return from === undefined || to === undefined || from >= to ? [] : [{ from, to, titles }];
  });
}

/** Parts `text.slice(from, to)` at the spans; joined, the pieces are that text again. */
export function piecesOf(text: string, spans: readonly Span[], from = 0, to = text.length): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const cut = (until: number, titles: readonly string[]) => {
    if (until > at) pieces.push({ at, text: text.slice(at, until), titles });
    at = Math.max(at, until);
  };
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue;
    cut(Math.min(span.from, to), []);
    cut(Math.min(span.to, to), span.titles);
  }
  cut(to, []);
  return pieces;
}

/** Where these characters begin, counted in UTF-16 units: an emoji is one character and two units. */
function placesIn(text: string, wanted: ReadonlySet<number>): Map<number, number> {
  const places = new Map<number, number>();
  let character = 0;
  let unit = 0;
  for (const each of text) {
    if (wanted.has(character)) places.set(character, unit);
    character += 1;
    unit += each.length;
  }
  if (wanted.has(character)) places.set(character, unit);
  return places;
}
