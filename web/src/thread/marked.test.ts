import { describe, expect, test } from "vitest";
import { piecesOf, spansOf } from "./marked";

const mark = (start_char: number, end_char: number, ...titles: string[]) => ({
  start_char,
  end_char,
  titles,
  read_by: null,
});

describe("marks", () => {
  test("count whole characters, as the server does, where the browser counts an emoji twice", () => {
    const text = "👍👍 Your number, please?";
    const [span] = spansOf(text, [mark(3, 22, "Asked again")]);
    expect(text.slice(span?.from, span?.to)).toBe("Your number, please");
  });
  test("to the very end of a text are kept, those beyond it (it was cut) are left out", () => {
    expect(spansOf("abc", [mark(1, 3, "a"), mark(2, 9, "b"), mark(7, 9, "c")])).toEqual([
      { from: 1, to: 3, titles: ["a"] },
    ]);
  });
  test("of a language model say so", () => {
    const [span] = spansOf("Your number?", [{ ...mark(0, 11, "Asked again"), read_by: "small-1" }]);
    expect(span?.titles).toEqual(["Asked again", "read by the language model small-1"]);
  });
  test("of nothing and upside down are none", () => {
    expect(spansOf("abc", [mark(1, 1, "a"), mark(2, 1, "b")])).toEqual([]);
    expect(spansOf("", [mark(0, 1, "a")])).toEqual([]);
  });
});

describe("pieces", () => {
  const text = "0123456789";
  const spans = spansOf(text, [mark(2, 4, "a"), mark(4, 6, "b")]);
  test("joined are the text again, and only marked ones have titles", () => {
    const pieces = piecesOf(text, spans);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.map((piece) => [piece.at, piece.titles.join()])).toEqual([
      [0, ""],
      [2, "a"],
      [4, "b"],
      [6, ""],
    ]);
  });
  test("of a part of the text hold the marks as far as they reach into it", () => {
    expect(piecesOf(text, spans, 3, 5).map((piece) => [piece.text, piece.titles.join()])).toEqual([
      ["3", "a"],
      ["4", "b"],
    ]);
    expect(piecesOf(text, spans, 6, 8)).toEqual([{ at: 6, text: "67", titles: [] }]);
    expect(piecesOf(text, spans, 8, 8)).toEqual([]);
  });
});
