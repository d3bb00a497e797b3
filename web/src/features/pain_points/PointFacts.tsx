/** What a pain point is, what to decide about it, and its numbers, each with what it rests on. */
import type { ReactNode } from "react";
import { MetricNumber, StateBadge } from "~/ui";
import { words } from "~/words";
import { amountWords } from "~/words/amounts";
import { number } from "~/words/format";
import { ChangeCell } from "./ChangeCell";
import type { Line } from "./lines";

const said = words.painPoints.detail;

export function PointFacts({ line }: { line: Line }) {
  const { detector } = line;
  const thresholds = detector.thresholds.map((each) => said.threshold(each.name, each.value, each.unit));
  const told: readonly (readonly [string, string | null])[] = [
    [said.decision, detector.decision],
    [said.rule, detector.rule],
    [said.thresholds, thresholds.join("; ") || null],
    [said.trigger, detector.trigger],
    [said.signal, detector.signal],
    [said.source, detector.source],
  ];
  return (
    <>
      <Numbers line={line} />
      <dl className="point-told">
        {told.map(
          ([name, value]) =>
            value && (
              <div key={name} className="point-fact">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

function Numbers({ line }: { line: Line }) {
  if (line.found === null) {
    return (
      <p className="point-unread" role="note">
        <StateBadge state="empty" reason={line.share.reason} compact /> {line.share.reason}
      </p>
    );
  }
  return (
    <dl className="point-numbers">
      <Fact name={said.foundName} beside={said.inJourneys(line.journeys ?? 0)}>
        {number(line.found)}
      </Fact>
      <div className="point-number">
        <dt>{said.share}</dt>
        <dd>
          <MetricNumber metric={line.share} />
        </dd>
      </div>
      {line.change && (
        <Fact name={words.painPoints.table.change} beside={said.n(line.change.now.n)}>
          <ChangeCell change={line.change} />
        </Fact>
      )}
      <Fact name={said.severity} beside={words.painPoints.table.severityHelp}>
        {said.severityOf(line.severity)}
      </Fact>
      {line.median_amount !== null && (
        <Fact name={said.amount} beside={said.n(line.amounts)}>
          {amountWords(line.median_amount, line.detector.amount_unit)}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, beside, children }: { name: string; beside: string; children: ReactNode }) {
  return (
    <div className="point-number">
      <dt>{name}</dt>
      <dd>
        <span className="point-value">{children}</span>
        <span className="points-of">{beside}</span>
      </dd>
    </div>
  );
}
