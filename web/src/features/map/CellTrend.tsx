/** How the cell moves over time: how many things, or what share of the cell they are; for a metric its value. */
import { useState } from "react";
import { Figure, LineChart } from "~/charts";
import { Segments } from "~/ui";
import { words } from "~/words";
import { metricValue, number, percent } from "~/words/format";
import type { OpenedCell } from "./types";

const said = words.map.cell;
const HEIGHT = 180;

export function CellTrend({ found }: { found: OpenedCell }) {
  if (found.values) return <Values found={found} trend={found.values} />;
  return found.counts ? <Counts found={found} trend={found.counts} /> : null;
}

function Counts({ found, trend }: { found: OpenedCell; trend: NonNullable<OpenedCell["counts"]> }) {
  const [shown, setShown] = useState<"count" | "share">("count");
  const isPart = found.entry_title !== "" && found.lane !== "reach";
  const asShare = isPart && shown === "share";
  const { buckets } = trend;
  const what = found.entry_title || (found.unit === "journey" ? said.counted : found.lane_title);
  return (
    <Figure
      title={said.trend}
      description={said.trendOf(what, said.period[trend.period] ?? trend.period)}
      name={`map-${found.lane}-trend`}
      actions={
        isPart && (
          <Segments
            label={said.measure}
            options={[
              { id: "count" as const, label: said.showCount },
              { id: "share" as const, label: said.showShare },
            ]}
            value={shown}
            onChange={setShown}
          />
        )
      }
      table={{
        columns: said.trendColumns,
        units: [null, null, null, "ratio"],
        rows: buckets.map((each) => [each.first_day, each.last_day, each.n, each.share]),
        format: (value, column) =>
          column === 3 ? percent(value as number | null) : typeof value === "number" ? number(value) : String(value),
      }}
    >
      <LineChart
        label={said.trend}
        x={buckets.map((each) => each.first_day)}
        unit={asShare ? "ratio" : "count"}
        fromZero
        height={HEIGHT}
        series={[
          {
            id: "cell",
            label: what,
            values: buckets.map((each) => (asShare ? each.share : each.n)),
            n: buckets.map((each) => each.whole),
          },
        ]}
      />
    </Figure>
  );
}

function Values({ found, trend }: { found: OpenedCell; trend: NonNullable<OpenedCell["values"]> }) {
  const unit = found.cell.metrics.find((each) => each.through === found.through)?.metric.unit ?? "count";
  const { buckets } = trend;
  const young = buckets.find((_, at) => buckets.slice(at).every((each) => each.young));
  return (
    <Figure
      title={said.trend}
      description={said.trendOf(found.entry_title, said.period[trend.period] ?? trend.period)}
      name={`map-${found.lane}-trend`}
      table={{
        columns: said.valueColumns,
        units: [null, null, unit, null],
        rows: buckets.map((each) => [each.first_day, each.last_day, each.value, each.n]),
        format: (value, column) =>
          column === 2
            ? metricValue({ value: value as number | null, unit })
            : typeof value === "number"
              ? number(value)
              : String(value),
      }}
    >
      <LineChart
        label={said.trend}
        x={buckets.map((each) => each.first_day)}
        unit={unit}
        height={HEIGHT}
        immatureFrom={young?.first_day ?? null}
        series={[
          {
            id: "metric",
            label: found.entry_title,
            values: buckets.map((each) => each.value),
            low: buckets.map((each) => each.low),
            high: buckets.map((each) => each.high),
            n: buckets.map((each) => each.n),
          },
        ]}
      />
    </Figure>
  );
}
