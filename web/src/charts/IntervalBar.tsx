/** A value with the range in which the true one lies, on a scale shared with its neighbours. */
import { words } from "~/words";
import { metricValue, type Unit } from "~/words/format";
import "./IntervalBar.css";

export interface IntervalBarProps {
  value: number | null;
  low: number | null;
  high: number | null;
  /** The ends of the scale; give the same to all that are compared. */
  min: number;
  max: number;
  unit: Unit;
  /** What it is the value of, read out. */
  label?: string;
  /** A value to compare with, drawn as a thin line. */
  reference?: number | null;
}

export function IntervalBar({ value, low, high, min, max, unit, label, reference }: IntervalBarProps) {
  const at = (amount: number) => `${max > min ? Math.max(0, Math.min(1, (amount - min) / (max - min))) * 100 : 50}%`;
  const said = [
    label,
    value === null ? words.ui.metric.notShown : metricValue({ value, unit }),
    low !== null && high !== null
      ? words.charts.interval(metricValue({ value: low, unit }), metricValue({ value: high, unit }))
      : null,
  ];
  return (
    <span className="ch-interval" role="img" aria-label={said.filter(Boolean).join(", ")}>
      <span className="ch-interval-line" />
      {reference !== null && reference !== undefined && (
        <span className="ch-interval-reference" style={{ left: at(reference) }} />
      )}
      {low !== null && high !== null && (
        <span className="ch-interval-range" style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
      )}
      {value !== null && <span className="ch-interval-value" style={{ left: at(value) }} />}
    </span>
  );
}
