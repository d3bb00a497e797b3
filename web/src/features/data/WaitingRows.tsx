/** The rows that wait, one by one: file, row, column, reason; the whole row opens beside. */
import { useState } from "react";
import { api, useAsk } from "~/api/client";
import { Drawer, Named, type RowColumn, RowList, Shown } from "~/ui";
import { words } from "~/words";
import { MISSING, number } from "~/words/format";
import type { Wish } from "./Quarantine";
import type { WaitingRow } from "./types";

const said = words.data.quarantine;

export function WaitingRows({ wish }: { wish: Wish }) {
  const [open, setOpen] = useState<WaitingRow | null>(null);
  const first = useAsk("/api/v1/quarantine", { params: { query: { ...wish, limit: 1 } } }, { ofView: false });
  const load = async (at: number, limit: number) => {
    const { data } = await api.GET("/api/v1/quarantine", { params: { query: { ...wish, at, limit } } });
    return data?.items ?? [];
  };
  return (
    <Shown ask={first}>
      {(page) => (
        <>
          <RowList
            label={said.list}
            total={page.total}
            load={load}
            question={JSON.stringify(wish) + String(page.items[0]?.id)}
            columns={COLUMNS}
            rowKey={(row) => String(row.id)}
            onRow={setOpen}
          />
          <Drawer
            title={open ? said.rawTitle(open.file, open.row) : ""}
            isOpen={open !== null}
            onClose={() => setOpen(null)}
          >
            {open && <WholeRow row={open} />}
          </Drawer>
        </>
      )}
    </Shown>
  );
}

function WholeRow({ row }: { row: WaitingRow }) {
  const cells = cellsOf(row.raw);
  // "Its column (field)": the column as the file has it.
  const atFault = row.column.replace(/ \([a-z_]+\)$/, "");
  return (
    <div className="data-stack">
      <p className="waiting-reason">
        <Named truncate={false}>{row.column}</Named>: <bdi>{row.reason}</bdi>
      </p>
      <h3 className="data-heading">{said.wholeRow}</h3>
      {cells ? (
        <dl className="waiting-cells">
          {cells.map(([name, value]) => (
            <div key={name} className={name === atFault ? "waiting-cell waiting-fault" : "waiting-cell"}>
              <dt>
                <Named truncate={false}>{name}</Named>
              </dt>
              <dd>{value === null || value === "" ? MISSING : <Named truncate={false}>{value}</Named>}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <>
          <p className="data-lead">{said.asItStood}</p>
          <pre className="waiting-raw">{row.raw}</pre>
        </>
      )}
    </div>
  );
}

/** The row's columns, or null for what could never be split into any. */
function cellsOf(raw: string): [string, string | null][] | null {
  try {
    const read: unknown = JSON.parse(raw);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
    return Object.entries(read).map(([name, value]) => [
      name,
      value === null ? null : typeof value === "string" ? value : JSON.stringify(value),
    ]);
  } catch {
    return null;
  }
}

const COLUMNS: RowColumn<WaitingRow>[] = [
  { id: "file", header: said.file, width: "minmax(140px, 1.4fr)", cell: (row) => <Named>{row.file}</Named> },
  { id: "row", header: said.row, width: "84px", align: "end", cell: (row) => number(row.row) },
  { id: "column", header: said.column, width: "minmax(120px, 1fr)", cell: (row) => <Named>{row.column}</Named> },
  { id: "reason", header: said.reason, width: "minmax(180px, 2.4fr)", cell: (row) => <Named>{row.reason}</Named> },
  {
    id: "raw",
    header: said.raw,
    width: "minmax(140px, 2fr)",
    cell: (row) => <Named mono>{row.raw}</Named>,
    hideOnSmall: true,
  },
];
