/** Part of a text with the words marked that show what went wrong, each with what it shows. */
import { words } from "~/words";
import { piecesOf, type Span } from "./marked";

export interface MarkedProps {
  text: string;
  spans: readonly Span[];
  from: number;
  to: number;
}

export function Marked({ text, spans, from, to }: MarkedProps) {
  return piecesOf(text, spans, from, to).map((piece) =>
    piece.titles.length === 0 ? (
      piece.text
    ) : (
      <mark key={piece.at} className="thread-marked">
        {piece.text}
        <small className="thread-marked-title">{words.thread.marked(piece.titles)}</small>
      </mark>
    ),
  );
}
