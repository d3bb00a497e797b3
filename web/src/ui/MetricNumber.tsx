/** A metric's value, its interval and its n; where there is no value, why. */
import { words } from "~/words";
import { metricValue } from "~/words/format";
import { isDataState, StateBadge } from "./Badge";
import { classes } from "./classes";
import "./MetricNumber.css";

export interface MetricLike {
  value: number | null;
  unit: string;
  low?: number | null;
  high?: number | null;
  n: number | null;
  state?: string | null;
  reason?: string | null;
}

export interface MetricNumberProps {
  metric: MetricLike;
  size?: "small" | "normal" | "large";
  /** Value · interval · n in one line, for tables; below each other otherwise. */
  inline?: boolean;
}

export function MetricNumber({ metric, size = "normal", inline = false }: MetricNumberProps) {
  const { value, unit, low, high, n, reason } = metric;
  const state = isDataState(metric.state) ? metric.state : value === null ? "empty" : "ok";
  const hasInterval = value !== null && low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <span
      className={classes(
        "c-metric",
        `c-metric-${size}`,
        inline && "c-metric-inline",
        state !== "ok" && `c-metric-${state}`,
      )}
    >
      {value === null ? (
        <span className="c-metric-none">{words.ui.metric.notShown}</span>
      ) : (
        <span className="c-metric-value">{metricValue({ value, unit })}</span>
      )}
      <span className="c-metric-beside">
        {hasInterval && (
          <span className="c-metric-interval">
            {words.ui.metric.interval(metricValue({ value: low, unit }), metricValue({ value: high, unit }))}
          </span>
        )}
        {n !== null && <span className="c-metric-n">{words.ui.metric.n(n)}</span>}
        {state !== "ok" && <StateBadge state={state} reason={reason ?? null} />}
      </span>
      {value === null && reason && <span className="c-metric-reason">{reason}</span>}
    </span>
  );
}

/** `n = 1,204`, the way it stands behind every number. */
export function CountBehind({ n }: { n: number }) {
  return (
    <span className="c-metric-n" title={words.ui.metric.nHelp(n)}>
      {words.ui.metric.n(n)}
    </span>
  );
}
