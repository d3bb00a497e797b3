/** The four numbers of one handoff, each with what it rests on. */
import type { ReactNode } from "react";
import type { Answer } from "~/api/client";
import { BehindLink } from "~/behind";
import { StateBadge } from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import { Endings, EndingsLegend } from "./Endings";
import { THIN_BELOW, WITHHELD_BELOW } from "./pairs";

export type PairAnswer = Answer<"/api/v1/handoffs/pair">;
const said = words.handoffs.detail;

export function PairFacts({ pair }: { pair: PairAnswer }) {
  const { total } = pair;
  const told = total.resolved + total.unresolved;
  const interval =
    pair.unresolved_low !== null && pair.unresolved_high !== null
      ? `${said.interval(pair.unresolved_low, pair.unresolved_high)} · ${said.told(told)}`
      : said.told(told);
  return (
    <div className="handoffs-facts">
      <dl className="handoffs-facts-list">
        <Fact
          name={said.wait}
          value={duration(total.median_wait_seconds)}
          n={total.answered}
          beside={said.answered(total.answered)}
        />
        <Fact
          name={said.p90}
          value={duration(total.p90_wait_seconds)}
          n={total.answered}
          beside={said.answered(total.answered)}
        />
        <Fact
          name={said.unanswered}
          value={
            <BehindLink through={total.unanswered > 0 ? `${total.through}/wait=none` : null}>
              {number(total.unanswered)}
            </BehindLink>
          }
          beside={total.n > 0 ? said.ofAll(total.unanswered / total.n) : ""}
        />
        <Fact
          name={said.unresolved}
          value={
            <BehindLink through={total.unresolved > 0 ? `${total.through}/ended=unresolved` : null}>
              {percent(total.unresolved_share)}
            </BehindLink>
          }
          n={told}
          beside={interval}
        />
      </dl>
      <div className="handoffs-facts-endings">
        <Endings handed={total} />
        <EndingsLegend />
      </div>
    </div>
  );
}

interface FactProps {
  name: string;
  value: ReactNode;
  /** What it rests on, where few of it make it thin. */
  n?: number;
  beside: string;
}

function Fact({ name, value, n, beside }: FactProps) {
  const state = n === undefined || n >= THIN_BELOW ? null : n < WITHHELD_BELOW ? "withheld" : "thin";
  return (
    <div className="handoffs-fact">
      <dt>{name}</dt>
      <dd>
        <span className="handoffs-fact-value">
          {value}
          {state && (
            <StateBadge state={state} reason={state === "withheld" ? said.withheld(n ?? 0) : said.thin} compact />
          )}
        </span>
        <span className="handoffs-fact-beside">{beside}</span>
      </dd>
    </div>
  );
}
