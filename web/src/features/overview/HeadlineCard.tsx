/** One headline metric. */
import type { components } from "~/api/client";
import { BehindLink } from "~/behind";
import { screenAt, useSelection } from "~/selection";
import { Change, MetricNumber, TextLink } from "~/ui";
import { words } from "~/words";
import { shortDate } from "~/words/format";
import { MaturitySpark } from "./MaturitySpark";
import { youngAtEnd } from "./young";

type Line = components["schemas"]["HeadlineLine"];

const said = words.overview;

export function HeadlineCard({ line, compares }: { line: Line; compares: boolean }) {
  const { selection } = useSelection();
  const { metric, trend } = line;
  const first = trend.buckets[0];
  const last = trend.buckets.at(-1);
  const young = youngAtEnd(trend.buckets);
  const told = trend.buckets.filter(({ value }) => value !== null).length;
  return (
    <article className="o-headline-card">
      <h2 className="o-headline-title">
        <TextLink to={screenAt(`/metrics/${metric.name}`, selection)} quiet>
          {metric.title}
        </TextLink>
      </h2>
      <MetricNumber metric={{ ...metric, n: null }} size="large" />
      <p className="o-headline-n">
        <BehindLink through={metric.n > 0 ? line.through : null} label={said.behindN(metric.title, metric.n)}>
          {words.ui.metric.n(metric.n)}
        </BehindLink>
      </p>
      {metric.value !== null && told < 2 && <p className="o-headline-note">{said.noLine(told, trend.period)}</p>}
      {metric.value !== null && told >= 2 && first && last && (
        <div className="o-headline-trend">
          <MaturitySpark
            buckets={trend.buckets}
            label={said.trend(
              metric.title,
              said.trendBy[trend.period],
              shortDate(first.first_day),
              shortDate(last.last_day),
            )}
          />
          <p className="o-headline-note">
            {said.trendBy[trend.period]}
            {young === 0 && told < trend.buckets.length && ` · ${said.gaps}`}
            {young > 0 && <span title={said.youngHelp}>{` · ${said.young(young, trend.period)}`}</span>}
          </p>
        </div>
      )}
      {metric.value !== null && line.change && compares && <Against change={line.change} />}
    </article>
  );
}

/** The change against the period before, and whether chance can explain it. */
function Against({ change }: { change: NonNullable<Line["change"]> }) {
  const { difference, now } = change;
  if (difference.value === null) return <p className="o-headline-note">{difference.reason}</p>;
  const isKnown = difference.verdict !== "unknown";
  return (
    <p className="o-headline-change">
      <Change
        value={difference.value}
        unit={now.unit}
        better={isKnown && now.better !== "neither" ? now.better : null}
        certain={difference.verdict !== "within_chance"}
      />
      {!isKnown && <span className="o-headline-note">{said.untold}</span>}
    </p>
  );
}
