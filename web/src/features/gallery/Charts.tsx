/** Charts of values: lines, bars, matrix, alignment. */
import { Bars, Figure, HeatMatrix, LineChart, Strip } from "~/charts";
import { words } from "~/words";
import { date, metricValue, number, percent } from "~/words/format";
import { gallery } from "~/words/gallery";
import { Group } from "./Group";

const { chart: said, options } = gallery;
const WEEKS = 26;
const weeks = Array.from({ length: WEEKS }, (_, at) =>
  new Date(Date.UTC(2026, 4, 4 + at * 7)).toISOString().slice(0, 10),
);
const all = weeks.map((_, at) => (at === 9 ? null : 0.62 + 0.05 * Math.sin(at / 3) + at * 0.002));
const billing = weeks.map((_, at) => 0.5 + 0.06 * Math.cos(at / 4));
const channels = Object.entries(options)
  .slice(0, 6)
  .map(([id, label]) => ({ id, label }));
const cells = channels.flatMap((row, y) =>
  channels.map((column, x) => {
    const value = x === y ? 0 : Math.round(900 / (1 + Math.abs(x * 2 - y) ** 2));
    return {
      row: row.id,
      column: column.id,
      value: x + y === 7 ? null : value,
      n: value,
      state: value === 36 ? "thin" : "ok",
    };
  }),
);
const sum = (some: typeof cells) => some.reduce((total, cell) => total + (cell.value ?? 0), 0);
const totals = {
  rows: Object.fromEntries(channels.map(({ id }) => [id, sum(cells.filter((cell) => cell.row === id))])),
  columns: Object.fromEntries(channels.map(({ id }) => [id, sum(cells.filter((cell) => cell.column === id))])),
  all: sum(cells),
};
const outcomes = [
  { id: "resolved", label: said.resolved, value: 812, share: 0.641, n: 812 },
  { id: "abandoned", label: said.abandoned, value: 251, share: 0.198, n: 251 },
  { id: "open", label: said.open, value: 149, share: 0.118, n: 149 },
  { id: "other", label: said.other, value: 55, share: 0.043, n: 55, isRest: true },
];

export function Charts() {
  return (
    <Group id="charts">
      <Figure
        title={said.line}
        description={said.lineLead}
        name="resolution"
        table={{
          columns: [said.week, said.all, said.billing],
          rows: weeks.map((week, at) => [week, all[at], billing[at]]),
          format: (value, column) =>
            column === 0 ? date(String(value)) : metricValue({ value: value as number | null, unit: "ratio" }),
        }}
      >
        <LineChart
          label={said.line}
          x={weeks}
          unit="ratio"
          immatureFrom={weeks[23] ?? null}
          bands={[{ from: weeks[13] ?? "", to: weeks[15] ?? "", label: said.outage }]}
          series={[
            {
              id: "all",
              label: said.all,
              values: all,
              low: all.map((one) => one && one - 0.03),
              high: all.map((one) => one && one + 0.03),
              n: weeks.map(() => 212),
            },
            { id: "billing", label: said.billing, values: billing },
          ]}
        />
      </Figure>
      <Figure
        title={said.bars}
        name="outcomes"
        table={{
          columns: [said.bars, words.charts.n, words.charts.share],
          rows: outcomes.map(({ label, value, share }) => [label, value, share]),
        }}
      >
        <Bars label={said.bars} items={outcomes} onPick={() => {}} picked="abandoned" />
      </Figure>
      <Figure
        title={said.matrix}
        description={said.matrixLead}
        name="handoffs"
        table={{
          columns: [said.from, said.to, words.charts.n],
          rows: cells.map(({ row, column, value }) => [row, column, value]),
        }}
      >
        <HeatMatrix
          label={said.matrix}
          rows={channels}
          columns={channels}
          cells={cells}
          rowTitle={said.from}
          columnTitle={said.to}
          totals={totals}
          onPick={() => {}}
          onSort={() => {}}
          sortedBy={{ axis: "column", id: "email" }}
        />
      </Figure>
      <Figure
        title={said.strip}
        name="alignment"
        table={{
          columns: [said.from, words.charts.share],
          rows: strip.flatMap((column) => column.parts.map((part) => [`${column.label} ${part.label}`, part.share])),
          format: (value) => (typeof value === "number" ? percent(value) : String(value)),
        }}
      >
        <Strip label={said.strip} columns={strip} onPick={() => {}} />
      </Figure>
    </Group>
  );
}

const strip = [-2, -1, 0, 1, 2].map((position) => {
  const parts = position === 0 ? [1] : position < 0 ? [0.46, 0.28, 0.14, 0.12] : [0.38, 0.3, 0.2, 0.12];
  const labels =
    position === 0 ? [said.anchor] : [options.chat, options.email, said.other, position < 0 ? said.open : said.dropped];
  return {
    id: String(position),
    label: position === 0 ? said.anchor : position > 0 ? `+${number(position)}` : `−${number(-position)}`,
    n: 412,
    isAnchor: position === 0,
    parts: parts.map((share, at) => ({
      id: labels[at] ?? "",
      label: labels[at] ?? "",
      share,
      n: Math.round(share * 412),
      series: position === 0 ? 3 : at,
      isRest: position !== 0 && at > 1,
    })),
  };
});
