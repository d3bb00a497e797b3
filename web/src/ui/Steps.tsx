/** Where the reader is in a short sequence: what is done, what is now, what comes. */
import { words } from "~/words";
import { number } from "~/words/format";
import { Icon } from "./Icon";
import "./Steps.css";

export interface StepsProps {
  label: string;
  steps: readonly { id: string; label: string }[];
  current: string;
  /** Makes the steps before the current one pressable. */
  onGo?: (id: string) => void;
}

export function Steps({ label, steps, current, onGo }: StepsProps) {
  const at = steps.findIndex((step) => step.id === current);
  return (
    <ol className="c-steps" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < at ? "done" : index === at ? "now" : "later";
        const content = (
          <>
            <span className="c-step-mark" aria-hidden="true">
              {state === "done" ? <Icon name="check" size={14} /> : number(index + 1)}
            </span>
            <span className="c-step-label">{step.label}</span>
            <span className="c-hidden">
              {state === "done" ? words.ui.stepDone : state === "now" ? words.ui.stepNow : words.ui.stepLater}
            </span>
          </>
        );
        return (
          <li key={step.id} className={`c-step c-step-${state}`} aria-current={state === "now" ? "step" : undefined}>
            {state === "done" && onGo ? (
              <button type="button" className="c-step-go" onClick={() => onGo(step.id)}>
                {content}
              </button>
            ) : (
              content
            )}
          </li>
        );
      })}
    </ol>
  );
}
