/** How a quotation is cut: at the ends of words, with a mark where more text goes on, without empty lines. */
import type { components } from "~/api/client";

export type Quote = components["schemas"]["QuoteState"];

export interface ShownQuote {
  before: string;
  words: string;
  after: string;
}

export function shownQuote(quote: Quote): ShownQuote {
  const before = close(quote.is_cut_before ? quote.before.replace(/^\S*\s/u, "") : quote.before).trimStart();
  const after = close(quote.is_cut_after ? quote.after.replace(/\s\S*$/u, "") : quote.after).trimEnd();
  return {
    before: quote.is_cut_before ? `… ${before}` : before,
    words: close(quote.words),
    after: quote.is_cut_after ? `${after} …` : after,
  };
}

/** Empty lines tell nothing here. */
const close = (text: string): string => text.replace(/[^\S\n]*\n\s*/gu, "\n");
