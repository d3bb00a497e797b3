/** The account of every row as an equation: received = stored + duplicate + in quarantine + refused. */
import { Fragment } from "react";
import { ClewProblem } from "~/api/client";
import { ProblemState } from "~/ui/ProblemState";
import { words } from "~/words";
import { number } from "~/words/format";
import "./jobs.css";

const said = words.jobs.ledger;

export interface LedgerCounts {
  received: number;
  stored: number;
  duplicate: number;
  quarantined: number;
  refused: number;
  interactions: number;
  records: number;
}

const PARTS = [
  { key: "stored", label: said.stored, help: said.storedHelp },
  { key: "duplicate", label: said.duplicate, help: said.duplicateHelp },
  { key: "quarantined", label: said.quarantined, help: said.quarantinedHelp },
  { key: "refused", label: said.refused, help: said.refusedHelp },
] as const;

export const isBalanced = (counts: LedgerCounts): boolean =>
  counts.received === counts.stored + counts.duplicate + counts.quarantined + counts.refused;

/** The sum of several accounts. */
export function summed(all: readonly LedgerCounts[]): LedgerCounts {
  const sum = { received: 0, stored: 0, duplicate: 0, quarantined: 0, refused: 0, interactions: 0, records: 0 };
  for (const one of all) {
    for (const key of Object.keys(sum) as (keyof LedgerCounts)[]) sum[key] += one[key];
  }
  return sum;
}

export function Ledger({ counts }: { counts: LedgerCounts }) {
  return (
    <div>
      <dl className="ledger" aria-label={said.label}>
        <Part name={said.received} help={said.receivedHelp} value={counts.received} look="ledger-first" />
        {PARTS.map(({ key, label, help }, at) => (
          <Fragment key={key}>
            <span className="ledger-sign" aria-hidden="true">
              {at === 0 ? "=" : "+"}
            </span>
            <Part
              name={label}
              help={help}
              value={counts[key]}
              look={key === "quarantined" && counts[key] > 0 ? "ledger-waits" : ""}
            />
          </Fragment>
        ))}
      </dl>
      <p className="ledger-became">
        {said.interactions(counts.interactions)}
        {counts.records > 0 && ` · ${said.records(counts.records)}`}
      </p>
      {!isBalanced(counts) && (
        <ProblemState problem={new ClewProblem({ status: 500, title: "", detail: said.unbalanced })} compact />
      )}
    </div>
  );
}

function Part({ name, help, value, look }: { name: string; help: string; value: number; look: string }) {
  return (
    <div className={`ledger-part ${look}`} title={help}>
      <dt>{name}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
}
