/** What was said at a step: always as text, long ones folded, what a mail quotes folded away, transcripts turn by turn. */
import { useId, useState } from "react";
import { Button } from "~/ui";
import { words } from "~/words";
import { parted, turnsOf } from "./quotes";

const FOLD_LINES = 12;
const FOLD_CHARACTERS = 900;

export function StepText({ text, isCut }: { text: string; isCut: boolean }) {
  const [open, setOpen] = useState(false);
  const [quoteOpen, setQuoteOpen] = useState(false);
  const id = useId();
  const { own, quoted } = parted(text);
  const lines = own.split("\n");
  const isLong = lines.length > FOLD_LINES || own.length > FOLD_CHARACTERS;
  const shown = isLong && !open ? folded(lines) : own;
  return (
    <div className="thread-text">
      <Said text={shown} isFolded={isLong && !open} id={id} />
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

function Said({ text, isFolded, id }: { text: string; isFolded: boolean; id: string }) {
  const turns = turnsOf(text);
  const look = isFolded ? "thread-said thread-folded" : "thread-said";
  if (!turns)
    return (
      <p id={id} className={look} dir="auto">
        {text}
      </p>
    );
  return (
    <dl id={id} className={`${look} thread-turns`}>
      {turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns of one text never move
        <div key={at} className="thread-turn">
          <dt>{turn.speaker}</dt>
          <dd dir="auto">{turn.words}</dd>
        </div>
      ))}
    </dl>
  );
}

function folded(lines: string[]): string {
  return lines
    .slice(0, FOLD_LINES - 4)
    .join("\n")
    .slice(0, FOLD_CHARACTERS - 200);
}
