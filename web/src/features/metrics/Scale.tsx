/** A value with its interval on a scale shared with its neighbours; an interval without a known end runs off the scale. */
import type { components } from "~/api/client";
import { IntervalBar } from "~/charts";
import { metricValue } from "~/words/format";
import { intervalWords } from "./Value";

type Metric = Pick<components["schemas"]["MetricState"], "value" | "unit" | "low" | "high">;

export interface ScaleProps {
  metric: Metric;
  /** The end of the scale, which begins at nought. */
  most: number;
  label: string;
  reference?: number | null;
}

export function Scale({ metric, most, label, reference = null }: ScaleProps) {
  const { value, low, high, unit } = metric;
  if (value === null || low === null || high !== null) {
    return <IntervalBar {...{ value, low, high, unit, label, reference }} min={0} max={most} />;
  }
  return (
    <span role="img" aria-label={[label, metricValue({ value, unit }), intervalWords(low, high, unit)].join(", ")}>
      <span aria-hidden="true">
        <IntervalBar {...{ value, low, unit, label, reference }} high={most} min={0} max={most} />
      </span>
    </span>
  );
}

/** The end of a scale that holds all of these. */
export const scaleEnd = (metrics: readonly Metric[]): number =>
  Math.max(...metrics.map(({ value, high }) => high ?? value ?? 0), 0);
