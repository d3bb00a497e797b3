/** By how much a value moved, whether that is better or worse, and whether it can be chance. */
import { words } from "~/words";
import { changeDirection, metricChange } from "~/words/format";
import { classes } from "./classes";
import { Icon } from "./Icon";
import "./Change.css";

const ARROWS = { up: "arrow-up", down: "arrow-down", same: "minus" } as const;

export interface ChangeProps {
  /** Now minus before, in the metric's unit; null when there is nothing to compare with. */
  value: number | null;
  unit: string;
  /** Which direction is good; left out where neither is. */
  better?: "higher" | "lower" | null;
  /** Whether the difference is more than chance would make; left out when not known. */
  certain?: boolean | null;
  /** What it is compared with: "the 30 days before". */
  since?: string;
}

export function Change({ value, unit, better, certain, since }: ChangeProps) {
  if (value === null || !Number.isFinite(value)) return null;
  const direction = changeDirection({ value, unit });
  const unsure = certain === false;
  const verdict = verdictOf(direction, better, unsure);
  return (
    <span className={classes("c-change", `c-change-${verdict}`)}>
      <Icon name={ARROWS[direction]} size={12} />
      <span>{metricChange({ value, unit })}</span>
      {verdict !== "neutral" && <span className="c-change-verdict">{words.ui.change[verdict]}</span>}
      {since && <span className="c-change-since">{words.ui.change.since(since)}</span>}
    </span>
  );
}

function verdictOf(direction: "up" | "down" | "same", better: ChangeProps["better"], unsure: boolean) {
  if (direction === "same" || !better) return "neutral" as const;
  if (unsure) return "unsure" as const;
  return (better === "higher") === (direction === "up") ? ("better" as const) : ("worse" as const);
}
