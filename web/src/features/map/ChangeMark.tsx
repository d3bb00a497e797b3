/** By how much a value moved, in the least room: arrow, size, and ≈ where chance alone can explain it. */
import { classes, Icon } from "~/ui";
import { words } from "~/words";
import { changeDirection, metricChange } from "~/words/format";
import type { Difference } from "./types";

const said = words.map;
const ARROWS = { up: "arrow-up", down: "arrow-down", same: "minus" } as const;

export interface ChangeMarkProps {
  change: Difference | null | undefined;
  unit: string;
  better?: "higher" | "lower" | "neither";
}

export function ChangeMark({ change, unit, better = "neither" }: ChangeMarkProps) {
  if (!change) return null;
  if (change.value === null) return change.reason ? <Unknown reason={change.reason} /> : null;
  const isSure = change.verdict === "up" || change.verdict === "down";
  const direction = changeDirection({ value: change.value, unit });
  const isGood =
    isSure && direction !== "same" && better !== "neither" ? (better === "higher") === (direction === "up") : null;
  return (
    <span
      className={classes(
        "m-change",
        isSure && "m-change-sure",
        isGood === true && "m-good",
        isGood === false && "m-bad",
      )}
    >
      {isSure ? <Icon name={ARROWS[direction]} size={11} /> : <span aria-hidden="true">{said.perhaps}</span>}
      <span>{metricChange({ value: change.value, unit })}</span>
      {isGood !== null && <span className="m-verdict">{isGood ? said.better : said.worse}</span>}
      {!isSure && <span className="c-hidden">{said.change[change.verdict]}</span>}
    </span>
  );
}

/** No change can be told, and why: the journeys are too young, or too few. */
function Unknown({ reason }: { reason: string }) {
  return (
    <span className="m-change" title={reason}>
      <Icon name="hourglass" size={11} />
      <span>{said.change.notYet}</span>
      <span className="c-hidden">{reason}</span>
    </span>
  );
}
