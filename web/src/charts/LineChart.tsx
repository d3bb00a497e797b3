/** Values over time: lines, the interval around them, and what is still too young to count drawn dashed. */
import { lazy, Suspense } from "react";
import { Skeleton } from "~/ui/Skeleton";
import { words } from "~/words";
import type { Unit } from "~/words/format";
import "./LineChart.css";

export interface LineSeries {
  id: string;
  label: string;
  /** One for each x; null leaves a gap. */
  values: readonly (number | null)[];
  /** The interval around each value. */
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
  /** Journeys behind each value, shown when pointed at. */
  n?: readonly (number | null)[];
  /** Which of the eight colours; by position unless given. */
  series?: number;
}

export interface LineChartProps {
  label: string;
  /** Days (`2026-11-22`) or moments, ascending. */
  x: readonly string[];
  series: readonly LineSeries[];
  unit: Unit;
  /** Spans of the time axis to mark: a campaign, an outage. */
  bands?: readonly { from: string; to: string; label: string }[];
  /** From here on values are immature. */
  immatureFrom?: string | null;
  height?: number;
  /** Begin the value axis at nought (ratios and counts do anyway). */
  fromZero?: boolean;
  onPick?: (at: number, series: LineSeries) => void;
}

const Lines = lazy(() => import("./Lines"));

export function LineChart(props: LineChartProps) {
  const { height = 240 } = props;
  return (
    <div className="ch-lines">
      <Suspense fallback={<Skeleton height={height} label={words.charts.loading} />}>
        <Lines {...props} height={height} />
      </Suspense>
    </div>
  );
}
