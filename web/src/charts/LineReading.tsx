/** The values of one moment, beside the pointer; read out when the arrow keys move it. */
import { words } from "~/words";
import { date, metricValue, type Unit } from "~/words/format";
import { seriesColour } from "./colours";
import type { LineSeries } from "./LineChart";

export interface LineReadingProps {
  series: readonly LineSeries[];
  unit: Unit;
  pointed: number;
  day: string;
  left: number;
  width: number;
  isImmature: boolean;
}

export function LineReading({ series, unit, pointed, day, left, width, isImmature }: LineReadingProps) {
  const onLeft = left > width / 2;
  return (
    <div className="ch-reading" role="status" style={onLeft ? { right: width - left + 10 } : { left: left + 10 }}>
      <p className="ch-reading-day">{date(day)}</p>
      {series.map((one, index) => {
        const [value, low, high, n] = [one.values[pointed], one.low?.[pointed], one.high?.[pointed], one.n?.[pointed]];
        return (
          <p key={one.id} className="ch-reading-line">
            <span className="ch-legend-mark" style={{ background: seriesColour(one.series ?? index) }} />
            {series.length > 1 && <bdi>{one.label}</bdi>}
            <b>{metricValue({ value, unit })}</b>
            {typeof low === "number" && typeof high === "number" && (
              <span className="ch-reading-beside">
                {words.charts.interval(metricValue({ value: low, unit }), metricValue({ value: high, unit }))}
              </span>
            )}
            {typeof n === "number" && <span className="ch-reading-beside">{words.ui.metric.n(n)}</span>}
          </p>
        );
      })}
      {isImmature && <p className="ch-reading-beside">{words.ui.state.immature}</p>}
    </div>
  );
}
