/** How the journeys of a path end, as a small bar; the numbers are said and in the tooltip. */
import { words } from "~/words";
import type { Variant } from "./types";

/** Always in this order and look, so that bars can be compared; hatched where colours alone would have to tell. */
export const OUTCOMES = ["resolved", "closed", "reopened", "abandoned", "open", "unknown"] as const;

export function Outcomes({ outcomes, n }: { outcomes: Variant["outcomes"]; n: number }) {
  const told = ordered(outcomes);
  const text = told.map(({ title, n: some }) => words.explorer.variants.outcome(title, some, some / Math.max(n, 1)));
  return (
    <span className="explorer-outcomes" role="img" aria-label={text.join("; ")} title={text.join("\n")}>
      {told.map(({ outcome, n: some }) => (
        <span
          key={outcome}
          className={`explorer-outcome explorer-outcome-${look(outcome)}`}
          style={{ flexGrow: some }}
        />
      ))}
    </span>
  );
}

export function OutcomesLegend({ rows }: { rows: readonly Variant[] }) {
  const titles = new Map(rows.flatMap((row) => row.outcomes.map(({ outcome, title }) => [outcome, title] as const)));
  const there = ordered([...titles].map(([outcome, title]) => ({ outcome, title, n: 1 })));
  return (
    <span className="explorer-legend">
      {there.map(({ outcome, title }) => (
        <span key={outcome} className="explorer-legend-item">
          <span className={`explorer-swatch explorer-outcome-${look(outcome)}`} aria-hidden="true" />
          {title}
        </span>
      ))}
    </span>
  );
}

const place = (outcome: string): number => {
  const at = (OUTCOMES as readonly string[]).indexOf(outcome);
  return at < 0 ? OUTCOMES.length : at;
};
const look = (outcome: string): string => OUTCOMES[place(outcome)] ?? "unknown";
const ordered = (outcomes: Variant["outcomes"]) => [...outcomes].sort((a, b) => place(a.outcome) - place(b.outcome));
