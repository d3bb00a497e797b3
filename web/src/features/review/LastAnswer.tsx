/** What was answered last, and taking it back while the numbers don't follow it yet. */
import { Button, Icon, ProblemState } from "~/ui";
import { words } from "~/words";
import { type Answered, useAnswer } from "./answering";

const said = words.review.answers;

interface LastAnswerProps {
  last: Answered;
  onTakenBack: () => void;
}

export function LastAnswer({ last, onTakenBack }: LastAnswerProps) {
  const { answer, problem, isPending } = useAnswer();
  const takeBack = async () => {
    if (await answer(last.number, "taken_back", said.takenBack)) onTakenBack();
  };
  return (
    <div className="review-last">
      <Icon name="check" size={18} />
      <span role="status">{said.done(last.number, said.said[last.verdict] ?? last.verdict)}</span>
      {last.verdict !== "unsure" && (
        <Button size="small" icon="undo" isPending={isPending} onPress={() => void takeBack()}>
          {said.takeBack}
        </Button>
      )}
      {problem && <ProblemState problem={problem} compact />}
    </div>
  );
}
