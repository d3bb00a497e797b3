/** A metric for each first channel, issue, ending, …; intervals on one scale, and all the rest as one line. */
import { type components, useAsk } from "~/api/client";
import { BehindLink } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { amountColumn, Card, type Column, DataTable, intervalFile, Named, Select, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { Scale, scaleEnd } from "./Scale";
import { State, Value } from "./Value";

type Found = components["schemas"]["BreakdownState"];
type Line = components["schemas"]["BreakdownLine"];
type By = Found["by"];

const said = words.metrics.breakdown;
const DIMENSIONS = Object.entries(said.dimensions).map(([id, label]) => ({ id: id as By, label }));

export function Breakdown({ name }: { name: string }) {
  const { asParams } = useSelection();
  const [by, setBy] = usePlace<By>("by", "first_channel");
  const ask = useAsk("/api/v1/metrics/{name}/breakdown", {
    params: { path: { name }, query: { ...asParams, by } },
  });
  return (
    <Card
      title={said.title}
      lead={said.lead}
      flush
      actions={<Select label={said.by} hideLabel options={DIMENSIONS} value={by} onChange={setBy} />}
    >
      <Shown ask={ask} skeleton={<Skeleton height={360} />}>
        {(data) => (
          <DataTable
            label={`${said.title}: ${said.dimensions[data.by]}`}
            columns={columnsOf(data)}
            rows={data.lines}
            rowKey={(line) => line.through}
            download={`${name}-by-${data.by}`}
            totals={totalsOf(data)}
          />
        )}
      </Shown>
    </Card>
  );
}

const nameOf = (line: Line): string => (line.word === null ? said.other(line.words) : line.title);

function columnsOf(found: Found): readonly Column<Line>[] {
  const most = scaleEnd([found.whole, ...found.lines.map((line) => line.metric)]);
  return [
    {
      id: "word",
      header: said.dimensions[found.by],
      cell: (line) =>
        line.word === null ? <em className="m-faint">{nameOf(line)}</em> : <Named>{nameOf(line)}</Named>,
      value: nameOf,
    },
    {
      id: "value",
      header: said.column.value,
      align: "end",
      cell: (line) => (
        <span className="m-beside">
          <State metric={line.metric} compact />
          <Value metric={line.metric} />
        </span>
      ),
      value: (line) => line.metric.value,
      unit: found.whole.unit,
    },
    {
      id: "interval",
      header: words.metrics.trend.column.interval,
      cell: (line) => (
        <span className="m-scale">
          <Scale metric={line.metric} most={most} label={nameOf(line)} reference={found.whole.value} />
        </span>
      ),
      value: (line) => line.metric.low,
      file: intervalFile((line) => line.metric, found.whole.unit),
    },
    {
      id: "n",
      header: said.column.n,
      align: "end",
      cell: (line) =>
        line.metric.n === 0 ? (
          number(0)
        ) : (
          <BehindLink through={line.through} label={said.open(nameOf(line), line.metric.n)}>
            {number(line.metric.n)}
          </BehindLink>
        ),
      value: (line) => line.metric.n,
    },
    amountColumn("journeys", said.column.journeys, number, (line) => line.journeys, { hideOnSmall: true }),
  ];
}

function totalsOf(found: Found) {
  return {
    word: said.whole,
    value: <Value metric={found.whole} />,
    n: number(found.whole.n),
    journeys: number(found.journeys),
  };
}
