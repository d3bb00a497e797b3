/** What was said at a step: always as text, long ones folded, what a mail quotes folded away, transcripts turn by turn. */
import { useId, useState } from "react";
import { Button } from "~/ui";
import { words } from "~/words";
import { Marked } from "./Marked";
import { type Mark, type Span, spansOf } from "./marked";
import { parted, turnsOf } from "./quotes";

const FOLD_LINES = 12;
const FOLD_CHARACTERS = 900;

export interface StepTextProps {
  text: string;
  isCut: boolean;
  /** Words in it that show what went wrong. */
  marks: readonly Mark[];
}

export function StepText({ text, isCut, marks }: StepTextProps) {
  const spans = spansOf(text, marks);
  const [quoteOpen, setQuoteOpen] = useState(false);
  const id = useId();
  const { own, quoted } = parted(text);
  const lines = own.split("\n");
  const isLong = lines.length > FOLD_LINES || own.length > FOLD_CHARACTERS;
  const short = isLong ? foldedLength(lines) : own.length;
  // What a finding rests on isn't folded away.
  const [open, setOpen] = useState(spans.some((span) => span.to > short && span.from < own.length));
  return (
    <div className="thread-text">
      <Said text={own.slice(0, open ? own.length : short)} spans={spans} isFolded={isLong && !open} id={id} />
      {isLong && (
        <Button kind="quiet" size="small" aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
          {open ? words.thread.less : words.thread.more(lines.length)}
        </Button>
      )}
      {quoted && (
        <>
          <Button
            kind="quiet"
            size="small"
            icon="more"
            aria-expanded={quoteOpen}
            onPress={() => setQuoteOpen(!quoteOpen)}
          >
            {quoteOpen ? words.thread.hideQuoted : words.thread.quoted}
          </Button>
          {quoteOpen && (
            <blockquote className="thread-quote" dir="auto">
              {quoted}
            </blockquote>
          )}
        </>
      )}
      {isCut && <p className="thread-note">{words.thread.cut}</p>}
    </div>
  );
}

interface SaidProps {
  text: string;
  spans: readonly Span[];
  isFolded: boolean;
  id: string;
}

function Said({ text, spans, isFolded, id }: SaidProps) {
  const turns = turnsOf(text);
  const look = isFolded ? "thread-said thread-folded" : "thread-said";
  if (!turns)
    return (
      <p id={id} className={look} dir="auto">
        <Marked text={text} spans={spans} from={0} to={text.length} />
      </p>
    );
  return (
    <dl id={id} className={`${look} thread-turns`}>
      {turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns of one text never move
        <div key={at} className="thread-turn">
          <dt>{turn.speaker}</dt>
          <dd dir="auto">
            <Marked text={text} spans={spans} from={turn.from} to={turn.to} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How much of the lines is shown while the rest is folded away. */
function foldedLength(lines: string[]): number {
  const shown = lines.slice(0, FOLD_LINES - 4).join("\n");
  return Math.min(shown.length, FOLD_CHARACTERS - 200);
}
