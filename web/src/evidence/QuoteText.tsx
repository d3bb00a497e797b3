/** Words of a text with those around them; what it is about is marked. */
import { visible } from "~/ui";
import { type Quote, shownQuote } from "./quote";

export function QuoteText({ quote }: { quote: Quote }) {
  const { before, words, after } = shownQuote(quote);
  return (
    <blockquote className="evidence-quote" dir="auto">
      {visible(before)}
      <mark className="evidence-mark">{visible(words)}</mark>
      {visible(after)}
    </blockquote>
  );
}
