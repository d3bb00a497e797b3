/** What went wrong at a step: each pain point with its amount, and where it began. */
import { Badge } from "~/ui";
import { words } from "~/words";
import type { ThreadStep } from "./types";

/** From here on one finding is grave. */
const GRAVE = 0.75;

export function StepFindings({ step }: { step: ThreadStep }) {
  if (step.findings.length === 0) return null;
  return (
    <ul className="thread-findings" aria-label={words.thread.findings}>
      {step.findings.map(({ detector, title, severity, amount, amount_unit, since_position }) => (
        <li key={detector}>
          <Badge tone={severity >= GRAVE ? "bad" : "warn"} icon="pain">
            {words.thread.finding(title, amount, amount_unit, since_position, step.position)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
