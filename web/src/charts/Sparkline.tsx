/** A trend in the size of a word; the numbers stand beside it, the line only shows the shape. */
import { area, line } from "d3-shape";
import "./Sparkline.css";

export interface SparklineProps {
  /** In order of time; null leaves a gap. */
  values: readonly (number | null)[];
  width?: number;
  height?: number;
  /** Read out; without it the line is decoration. */
  label?: string;
  /** How many values at the end are immature: drawn dashed and pale. */
  immature?: number;
}

export function Sparkline({ values, width = 96, height = 24, label, immature = 0 }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length < 2) return <svg className="ch-spark" width={width} height={height} aria-hidden="true" />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => 2 + (at / Math.max(1, values.length - 1)) * (width - 4);
  const y = (value: number) => (high === low ? height / 2 : 2 + (1 - (value - low) / (high - low)) * (height - 4));
  const isKnown = (value: number | null) => value !== null && Number.isFinite(value);
  const ripeEnd = values.length - immature;
  const draw = line<number | null>().defined(isKnown);
  const ripe = draw.x((_, at) => x(at)).y((value) => y(value ?? 0))(values.slice(0, ripeEnd)) ?? "";
  const young =
    immature > 0
      ? (draw.x((_, at) => x(at + ripeEnd - 1)).y((value) => y(value ?? 0))(values.slice(Math.max(0, ripeEnd - 1))) ??
        "")
      : "";
  const under =
    area<number | null>()
      .defined(isKnown)
      .x((_, at) => x(at))
      .y0(height)
      .y1((value) => y(value ?? 0))(values.slice(0, ripeEnd)) ?? "";
  const last = values.findLastIndex(isKnown);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or decoration
    <svg
      className="ch-spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path className="ch-spark-area" d={under} />
      <path className="ch-spark-line" d={ripe} />
      {young && <path className="ch-spark-line ch-spark-young" d={young} />}
      {last >= 0 && <circle className="ch-spark-end" cx={x(last)} cy={y(values[last] ?? 0)} r={2} />}
    </svg>
  );
}
