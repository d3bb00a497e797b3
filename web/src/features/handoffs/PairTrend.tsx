/** Whether one handoff becomes more frequent: per 100 journeys, by when these began. */
import { Figure, LineChart } from "~/charts";
import { words } from "~/words";
import { date, duration, number } from "~/words/format";
import type { PairAnswer } from "./PairFacts";
import { youngFrom } from "./youngFrom";

const said = words.handoffs.detail;

export function PairTrend({ pair, onOpen }: { pair: PairAnswer; onOpen: (through: string) => void }) {
  const rates = pair.periods.map(({ began, handed }) => (began > 0 ? (handed.n / began) * 100 : null));
  const title = said.trend.title[pair.period];
  return (
    <Figure
      title={title}
      description={said.trend.description}
      name="handoff-trend"
      table={{
        columns: [
          said.trend.begins,
          said.trend.ends,
          said.n,
          said.trend.began,
          said.trend.perHundred,
          said.wait,
          said.trend.stillOpen,
        ],
        units: [null, null, null, null, null, "seconds", null],
        rows: pair.periods.map((each, at) => [
          each.first,
          each.last,
          each.handed.n,
          each.began,
          rates[at] ?? null,
          each.handed.median_wait_seconds,
          each.still_open,
        ]),
        format: (value, column) =>
          typeof value === "number"
            ? column === 5
              ? duration(value)
              : number(value)
            : value === null
              ? words.charts.empty
              : date(String(value)),
      }}
    >
      <LineChart
        label={title}
        x={pair.periods.map(({ first }) => first)}
        series={[{ id: "rate", label: said.trend.series, values: rates, n: pair.periods.map(({ began }) => began) }]}
        unit="count"
        immatureFrom={youngFrom(pair.periods)}
        height={180}
        fromZero
        onPick={(at) => {
          const period = pair.periods[at];
          if (period) onOpen(period.handed.through);
        }}
      />
    </Figure>
  );
}
