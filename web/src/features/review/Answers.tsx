/** Same person, different people, or unsure: buttons with their keys, a reason, and the way to the next pair. */
import { useState } from "react";
import { Button, type IconName, KeyHint, ProblemState, TextField } from "~/ui";
import { words } from "~/words";
import { type Answered, useAnswer, useAnswerKeys } from "./answering";
import type { Both } from "./types";

const said = words.review.answers;
const ICONS: Readonly<Record<Answered["verdict"], IconName>> = {
  same: "check",
  different: "close",
  unsure: "question",
};
const VERDICTS = ["same", "different", "unsure"] as const;

interface AnswersProps {
  both: Both;
  onPick: (number: number | null) => void;
  onAnswered: (answered: Answered) => void;
}

export function Answers({ both, onPick, onAnswered }: AnswersProps) {
  const [reason, setReason] = useState("");
  const { answer, problem, isPending } = useAnswer();
  const { preceding: before } = both;
  const { number } = both.pair;
  const act = async (verdict: Answered["verdict"]) => {
    if (isPending || !both.waits || !(await answer(number, verdict, reason))) return;
    setReason("");
    onAnswered({ number, verdict });
    onPick(both.following);
  };
  useAnswerKeys((meaning) => {
    if (meaning === "next") {
      if (both.following !== null) onPick(both.following);
    } else if (meaning === "previous") {
      if (before !== null) onPick(before);
    } else void act(meaning);
  });
  return (
    <div className="review-stack">
      {both.waits && (
        <>
          <fieldset className="review-answers">
            <legend>{said.title}</legend>
            {VERDICTS.map((verdict) => (
              <Button
                key={verdict}
                icon={ICONS[verdict]}
                kind={verdict === "same" ? "primary" : "plain"}
                isPending={isPending}
                onPress={() => void act(verdict)}
              >
                {said[verdict]}
                <Hint of={said.keys[verdict]} />
              </Button>
            ))}
          </fieldset>
          <TextField
            label={said.reason}
            description={said.reasonHelp}
            value={reason}
            onChange={setReason}
            maxLength={500}
            autoComplete="off"
          />
        </>
      )}
      {problem && <ProblemState problem={problem} compact />}
      <div className="review-way">
        <Button
          size="small"
          kind="quiet"
          icon="chevron-left"
          isDisabled={before === null}
          onPress={() => onPick(before)}
        >
          {said.previous}
          <Hint of={said.keys.previous} />
        </Button>
        <Button
          size="small"
          kind="quiet"
          icon="chevron-right"
          isDisabled={both.following === null}
          onPress={() => onPick(both.following)}
        >
          {said.next}
          <Hint of={said.keys.next} />
        </Button>
      </div>
    </div>
  );
}

/** The key that does the same, for those who see it; its name isn't part of the button's. */
const Hint = ({ of }: { of: string }) => (
  <span className="review-hint" aria-hidden="true">
    <KeyHint keys={[of]} />
  </span>
);
