/** Draws the lines of a LineChart; pointing at it or the arrow keys read out the values of one moment. */
import { area, line } from "d3-shape";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { compact, metricValue, type Unit } from "~/words/format";
import { ticks } from "./axis";
import { seriesColour } from "./colours";
import type { LineChartProps, LineSeries } from "./LineChart";
import { LineReading } from "./LineReading";
import { TimeAxis, timePlaces } from "./TimeAxis";
import { useWidth } from "./useWidth";

const ROOM = { top: 8, right: 12, bottom: 26, left: 54 };

export default function Lines(props: LineChartProps) {
  const { label, x, series, unit, bands = [], immatureFrom, height = 240, fromZero, onPick } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const inner = { width: Math.max(40, width - ROOM.left - ROOM.right), height: height - ROOM.top - ROOM.bottom };
  const places = timePlaces(x, inner.width);
  const marks = valueTicks(series, unit, fromZero ?? unit !== "seconds");
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  const at = (index: number) => places[index] ?? 0;
  const y = (value: number) => (high === low ? inner.height / 2 : (1 - (value - low) / (high - low)) * inner.height);
  const ripeEnd = immatureFrom ? firstAtOrAfter(x, immatureFrom) : x.length;
  const last = x.length - 1;

  const onPointer = (event: PointerEvent<SVGSVGElement>) => {
    const from = event.currentTarget.getBoundingClientRect().left + ROOM.left;
    setPointed(nearest(places, event.clientX - from));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = pointed ?? last;
    const to: Record<string, number> = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last };
    const next = to[event.key];
    if (next !== undefined) setPointed(Math.min(last, Math.max(0, next)));
    else if (event.key === "Escape" && pointed !== null) setPointed(null);
    else if (event.key === "Enter" && onPick && series[0]) onPick(now, series[0]);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={frame}>
      {series.length > 1 && <Legend series={series} />}
      <div className="ch-lines-frame">
        <svg
          className="ch-lines-svg"
          width={width}
          height={height}
          role="img"
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: reachable, so that the arrow keys can read it
          tabIndex={0}
          onPointerMove={onPointer}
          onPointerLeave={() => setPointed(null)}
          onClick={() => pointed !== null && series[0] && onPick?.(pointed, series[0])}
          onKeyDown={onKeyDown}
          onBlur={() => setPointed(null)}
        >
          <g transform={`translate(${ROOM.left} ${ROOM.top})`}>
            {bands.map((band) => {
              const [from, to] = [at(firstAtOrAfter(x, band.from)), at(Math.min(last, firstAtOrAfter(x, band.to)))];
              return (
                <g key={`${band.from}${band.label}`}>
                  <rect className="ch-lines-band" x={from} width={Math.max(2, to - from)} height={inner.height} />
                  <text className="ch-lines-band-label" x={from + 4} y={12}>
                    {band.label}
                  </text>
                </g>
              );
            })}
            {marks.map((mark) => (
              <g key={mark} transform={`translate(0 ${y(mark)})`}>
                <line className="ch-lines-grid" x2={inner.width} />
                <text className="ch-lines-tick" x={-8} dy="0.32em" textAnchor="end">
                  {axisValue(mark, unit)}
                </text>
              </g>
            ))}
            <TimeAxis x={x} places={places} width={inner.width} y={inner.height} />
            {series.map((one, index) => (
              <Line key={one.id} {...{ one, at, y, ripeEnd }} colour={seriesColour(one.series ?? index)} />
            ))}
            {pointed !== null && (
              <g>
                <line className="ch-lines-cursor" x1={at(pointed)} x2={at(pointed)} y2={inner.height} />
                {series.map((one, index) => {
                  const value = one.values[pointed];
                  if (typeof value !== "number") return null;
                  return (
                    <circle
                      key={one.id}
                      className="ch-lines-dot"
                      cx={at(pointed)}
                      cy={y(value)}
                      r={4}
                      fill={seriesColour(one.series ?? index)}
                    />
                  );
                })}
              </g>
            )}
          </g>
        </svg>
        {pointed !== null && (
          <LineReading
            {...{ series, unit, pointed }}
            day={x[pointed] ?? ""}
            left={ROOM.left + at(pointed)}
            width={width}
            isImmature={pointed >= ripeEnd}
          />
        )}
      </div>
    </div>
  );
}

function Line({
  one,
  at,
  y,
  ripeEnd,
  colour,
}: {
  one: LineSeries;
  at: (index: number) => number;
  y: (value: number) => number;
  ripeEnd: number;
  colour: string;
}) {
  const indices = one.values.map((_, index) => index);
  const isKnown = (index: number) => typeof one.values[index] === "number";
  const draw = line<number>()
    .defined(isKnown)
    .x(at)
    .y((index) => y(one.values[index] ?? 0));
  const between = area<number>()
    .defined((index) => typeof one.low?.[index] === "number" && typeof one.high?.[index] === "number")
    .x(at)
    .y0((index) => y(one.low?.[index] ?? 0))
    .y1((index) => y(one.high?.[index] ?? 0));
  // Alone between two gaps a value would make no line: it gets a dot.
  const lonely = indices.filter((index) => isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1));
  return (
    <g style={{ color: colour }}>
      {one.low && one.high && <path className="ch-lines-interval" d={between(indices) ?? ""} />}
      <path className="ch-lines-line" d={draw(indices.slice(0, ripeEnd)) ?? ""} />
      {ripeEnd < indices.length && (
        <path className="ch-lines-line ch-lines-young" d={draw(indices.slice(Math.max(0, ripeEnd - 1))) ?? ""} />
      )}
      {lonely.map((index) => (
        <circle key={index} className="ch-lines-lonely" cx={at(index)} cy={y(one.values[index] ?? 0)} r={2.5} />
      ))}
    </g>
  );
}

function Legend({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul className="ch-legend">
      {series.map((one, index) => (
        <li key={one.id}>
          <span className="ch-legend-mark" style={{ background: seriesColour(one.series ?? index) }} />
          <bdi>{one.label}</bdi>
        </li>
      ))}
    </ul>
  );
}

function valueTicks(series: readonly LineSeries[], unit: Unit, fromZero: boolean): number[] {
  const all = series
    .flatMap((one) => [...one.values, ...(one.low ?? []), ...(one.high ?? [])])
    .filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const bottom = fromZero || low < (high - low) * 0.3 ? Math.min(0, low) : low;
  return ticks(bottom, high === bottom ? bottom + 1 : high, unit);
}

const axisValue = (value: number, unit: Unit): string =>
  unit === "count" ? compact(value) : metricValue({ value, unit }).replace(/\.0(?=\s?%)/, "");

const firstAtOrAfter = (x: readonly string[], day: string): number => {
  const found = x.findIndex((one) => one >= day);
  return found < 0 ? x.length : found;
};

function nearest(places: readonly number[], to: number): number | null {
  if (places.length === 0) return null;
  return places.reduce((best, place, at) => (Math.abs(place - to) < Math.abs((places[best] ?? 0) - to) ? at : best), 0);
}
