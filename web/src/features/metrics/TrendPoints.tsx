/** Every point of a trend in a table: value, interval, n, what is too young, and the journeys behind. */
import type { components } from "~/api/client";
import { useSelection } from "~/selection";
import { amountColumn, type Column, DataTable, intervalFile, TextLink } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { behindBucket } from "./bucket";
import { Interval, State, Value } from "./Value";

type TrendState = components["schemas"]["TrendState"];
type Unit = components["schemas"]["MetricState"]["unit"];
type Bucket = components["schemas"]["BucketState"];

const said = words.metrics.trend;

export function TrendPoints({ name, unit, trend }: { name: string; unit: Unit; trend: TrendState }) {
  const rangeOf = (bucket: Bucket) => said.range(bucket.first_day, bucket.last_day);
  const columns: readonly Column<Bucket>[] = [
    {
      id: "period",
      header: said.column.period,
      cell: (bucket) => (
        <span className="m-name">
          {rangeOf(bucket)}
          {bucket.cut && <span className="m-faint">{said.partOf[trend.period]}</span>}
        </span>
      ),
      value: (bucket) => bucket.first_day,
    },
    {
      id: "value",
      header: said.column.value,
      align: "end",
      cell: (bucket) => <Value metric={{ ...bucket, unit }} />,
      value: (bucket) => bucket.value,
      unit,
    },
    {
      id: "interval",
      header: said.column.interval,
      align: "end",
      hideOnSmall: true,
      cell: (bucket) => <Interval metric={{ ...bucket, unit }} />,
      file: intervalFile((bucket) => bucket, unit),
    },
    {
      id: "n",
      header: said.column.n,
      align: "end",
      cell: (bucket) => <Count bucket={bucket} range={rangeOf(bucket)} />,
      value: (bucket) => bucket.n,
    },
    amountColumn("immature", said.column.immature, number, (bucket) => bucket.parts.immature),
    {
      id: "state",
      header: said.column.state,
      cell: (bucket) => <State metric={{ ...bucket, unit }} />,
      value: (bucket) => bucket.state,
    },
  ];
  return (
    <details className="m-points">
      <summary>{said.points}</summary>
      <DataTable
        label={said.points}
        columns={columns}
        rows={trend.buckets}
        rowKey={(bucket) => bucket.first_day}
        maxHeight={420}
        download={`${name}-points`}
      />
    </details>
  );
}

function Count({ bucket, range }: { bucket: Bucket; range: string }) {
  const { selection } = useSelection();
  if (bucket.n === 0) return number(0);
  return (
    <TextLink to={behindBucket(bucket, selection)} quiet label={said.open(range, bucket.n)}>
      {number(bucket.n)}
    </TextLink>
  );
}
