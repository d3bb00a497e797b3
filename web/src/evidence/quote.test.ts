import { expect, test } from "vitest";
import { type Quote, shownQuote } from "./quote";

const quote = (before: string, words: string, after: string, cutBefore = false, cutAfter = false): Quote => ({
  position: 3,
  at: "2026-03-01T10:00:00+00:00",
  channel_title: "Phone",
  before,
  words,
  after,
  is_cut_before: cutBefore,
  is_cut_after: cutAfter,
});

test("a quotation is cut at the ends of words and says where more text goes on", () => {
  expect(shownQuote(quote("tomer: Hello there. ", "What is your name?", " I said tha", true, true))).toEqual({
    before: "… Hello there. ",
    words: "What is your name?",
    after: " I said …",
  });
});

test("a whole text stays whole, without empty lines", () => {
  expect(shownQuote(quote("It's ", "4711", ".\n \nThanks"))).toEqual({
    before: "It's ",
    words: "4711",
    after: ".\nThanks",
  });
});
