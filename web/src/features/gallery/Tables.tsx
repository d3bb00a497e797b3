/** A table of some rows and a list of a million. */
import { amountColumn, type Column, DataTable, Named, nameColumn, RowList } from "~/ui";
import { date, duration, number, percent } from "~/words/format";
import { gallery } from "~/words/gallery";
import { Group } from "./Group";

const { table: said, options } = gallery;
const names = Object.values(options);

interface Handoff {
  id: string;
  name: string;
  journeys: number;
  repeated: number | null;
  wait: number;
}

const handoffs: Handoff[] = names.slice(0, 6).map((from, at) => ({
  id: from,
  name: `${from} → ${names[(at + 2) % names.length]}`,
  journeys: 1204 - at * 173,
  repeated: at === 4 ? null : 0.42 - at * 0.06,
  wait: 5_400 + at * 12_000,
}));

const columns: Column<Handoff>[] = [
  nameColumn("name", said.handoff, (row) => row.name),
  amountColumn("journeys", said.journeys, number, (row) => row.journeys),
  amountColumn("repeated", said.repeated, percent, (row) => row.repeated),
  amountColumn("wait", said.wait, duration, (row) => row.wait, { hideOnSmall: true }),
];

const MILLION = 1_000_000;
const BEGIN = Date.UTC(2026, 0, 1);

/** Rows made up from their number, a moment later, as if they came from far. */
async function madeUp(at: number, limit: number): Promise<number[]> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  return Array.from({ length: Math.min(limit, MILLION - at) }, (_, index) => at + index);
}

export function Tables() {
  return (
    <Group id="tables">
      <DataTable
        label={said.label}
        caption={said.caption}
        columns={columns}
        rows={handoffs}
        rowKey={(row) => row.id}
        onRow={() => {}}
        download="handoffs"
        totals={{ name: said.total, journeys: number(handoffs.reduce((sum, row) => sum + row.journeys, 0)) }}
      />
      <DataTable label={said.empty} columns={columns} rows={[]} rowKey={(row) => row.id} empty={said.empty} />
      <RowList
        label={said.rows}
        total={MILLION}
        load={madeUp}
        height={320}
        rowKey={String}
        onRow={() => {}}
        columns={[
          { id: "number", header: said.number, width: "120px", cell: (row) => number(row + 1), align: "end" },
          {
            id: "customer",
            header: said.customer,
            width: "minmax(140px, 2fr)",
            cell: (row) => <Named>{`${names[row % names.length]} ${row}`}</Named>,
          },
          {
            id: "began",
            header: said.began,
            width: "minmax(110px, 1fr)",
            cell: (row) => date(new Date(BEGIN + row * 20_000)),
          },
        ]}
      />
    </Group>
  );
}
