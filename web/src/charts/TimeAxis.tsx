/** The time along the bottom of a chart: places by day, labels as many as fit. */
import { date, shortDate } from "~/words/format";
import { labelled } from "./axis";

const LABEL_WIDTH = 74;

/** Where each moment stands, by time and not by rank: a missing week is a gap. */
export function timePlaces(x: readonly string[], width: number): number[] {
  const times = x.map((one) => new Date(one).getTime());
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  if (last <= first || times.some(Number.isNaN))
    return x.map((_, at) => (x.length > 1 ? (at / (x.length - 1)) * width : width / 2));
  return times.map((time) => ((time - first) / (last - first)) * width);
}

export function TimeAxis({
  x,
  places,
  width,
  y,
}: {
  x: readonly string[];
  places: readonly number[];
  width: number;
  y: number;
}) {
  const sameYear = x[0]?.slice(0, 4) === x.at(-1)?.slice(0, 4);
  return (
    <g transform={`translate(0 ${y})`}>
      <line className="ch-lines-axis" x2={width} />
      {labelled(x.length, width, LABEL_WIDTH).map((at) => {
        const place = places[at] ?? 0;
        // The last label would run over the edge.
        const anchor = place > width - LABEL_WIDTH / 2 ? "end" : place < LABEL_WIDTH / 3 ? "start" : "middle";
        return (
          <g key={at} transform={`translate(${place} 0)`}>
            <line className="ch-lines-axis" y2={4} />
            <text className="ch-lines-tick" y={18} textAnchor={anchor}>
              {sameYear ? shortDate(x[at]) : date(x[at])}
            </text>
          </g>
        );
      })}
    </g>
  );
}
