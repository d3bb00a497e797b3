/** A metric's value, interval and state each in a table's cell of its own. */
import type { components } from "~/api/client";
import { StateBadge } from "~/ui";
import { words } from "~/words";
import { metricValue } from "~/words/format";

type Metric = Pick<components["schemas"]["MetricState"], "value" | "unit" | "low" | "high" | "state" | "reason">;

export function Value({ metric }: { metric: Metric }) {
  if (metric.value === null) return <span className="m-faint">{words.ui.metric.notShown}</span>;
  return <strong className="m-value">{metricValue(metric)}</strong>;
}

export function Interval({ metric }: { metric: Metric }) {
  const { value, low, high, unit } = metric;
  if (value === null || low === null) return <span className="m-faint">{words.charts.empty}</span>;
  return <span className="m-faint">{intervalWords(low, high, unit)}</span>;
}

/** An interval in words; the end of a time that less than half have reached isn't known. */
export function intervalWords(low: number, high: number | null, unit: Metric["unit"]): string {
  const written = (bound: number) => metricValue({ value: bound, unit });
  return high === null ? words.metrics.fromOn(written(low)) : words.ui.metric.interval(written(low), written(high));
}

/** Why a value is thin, young or missing; what is left out is told even where it is well. */
export function State({ metric, compact = false }: { metric: Metric; compact?: boolean }) {
  if (metric.state === "ok" && compact) return null;
  return <StateBadge state={metric.state} reason={metric.reason || null} compact={compact} />;
}
