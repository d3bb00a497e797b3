/** Steps one below the other, with the quiet times and handoffs between them. */
import { Fragment, type ReactNode } from "react";
import { words } from "~/words";
import { HandoffBetween, QUIET_SECONDS, QuietGap } from "./Between";
import { StepItem } from "./StepItem";
import type { ThreadStep } from "./types";
import "./between.css";
import "./thread.css";

export interface StepListProps {
  steps: readonly ThreadStep[];
  /** Which step a link points at. */
  isFocus?: (step: ThreadStep) => boolean;
  /** Which of several journeys a step is in; shown where it isn't that of the step before. */
  tag?: ((step: ThreadStep) => ReactNode) | undefined;
}

export function StepList({ steps, isFocus, tag }: StepListProps) {
  return (
    <ol className="thread-list" aria-label={words.thread.label}>
      {steps.map((step, at) => {
        const before = steps[at - 1];
        const moves = before?.journey_id !== step.journey_id;
        return (
          <Fragment key={`${step.journey_id} ${step.position}`}>
            {(step.quiet_before_seconds ?? 0) >= QUIET_SECONDS && <QuietGap seconds={step.quiet_before_seconds ?? 0} />}
            {step.handoff && <HandoffBetween handoff={step.handoff} />}
            <StepItem
              step={step}
              before={before}
              isFocus={isFocus?.(step) ?? false}
              tag={moves ? tag?.(step) : undefined}
            />
          </Fragment>
        );
      })}
    </ol>
  );
}
