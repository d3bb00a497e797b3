/** How far a contract was kept: the share with its range, n, and what was broken term by term. */
import { IntervalBar } from "~/charts";
import { Button, type Column, DataTable, StateBadge } from "~/ui";
import { words } from "~/words";
import { number, percent } from "~/words/format";
import type { Conformance } from "./types";

const said = words.contracts.conformance;
type Term = Conformance["terms"][number];

interface ConformanceNumbersProps {
  found: Conformance;
  /** Opens handoffs one by one; without it (nothing is saved yet) the numbers stand alone. */
  onBroken?: (through: string) => void;
}

export function ConformanceNumbers({ found, onBroken }: ConformanceNumbersProps) {
  const { n, journeys, kept, broken, unknown, kept_share: share, low, high, state, reason } = found;
  return (
    <div className="contracts-found">
      <p className="contracts-note">{said.n(n, journeys)}</p>
      <div className="contracts-kept">
        <span className="contracts-share">
          {said.kept} <strong>{percent(share)}</strong>
        </span>
        {low !== null && high !== null && (
          <IntervalBar value={share} low={low} high={high} min={0} max={1} unit="ratio" label={said.kept} />
        )}
        <span className="contracts-note">
          {said.keptOf(kept, kept + broken)}
          {low !== null && high !== null && ` · ${said.interval(low, high)}`}
        </span>
        {state !== "ok" && <StateBadge state={state} reason={reason} />}
      </div>
      {reason && (unknown > 0 || n === 0) && <p className="contracts-note">{reason}</p>}
      {n > 0 && (
        <DataTable label={said.terms} columns={columns(onBroken)} rows={found.terms} rowKey={({ name }) => name} />
      )}
      {onBroken && broken > 0 && (
        <div>
          <Button icon="handoffs" onPress={() => onBroken(found.broken_through)}>
            {said.show(broken)}
          </Button>
        </div>
      )}
    </div>
  );
}

function columns(onBroken: ((through: string) => void) | undefined): Column<Term>[] {
  return [
    { id: "term", header: said.term, cell: ({ title }) => title, sort: false },
    { id: "kept", header: said.kept, cell: ({ kept }) => number(kept), sort: false, align: "end" },
    {
      id: "broken",
      header: said.broken,
      cell: ({ title, broken, broken_through }) =>
        onBroken && broken > 0 ? (
          <button type="button" className="c-link c-link-quiet c-link-pick" onClick={() => onBroken(broken_through)}>
            {number(broken)}
            <span className="c-hidden">: {said.showOf(title)}</span>
          </button>
        ) : (
          number(broken)
        ),
      sort: false,
      align: "end",
    },
    {
      id: "unknown",
      header: said.unknown,
      cell: ({ unknown }) => number(unknown),
      sort: false,
      align: "end",
    },
  ];
}
