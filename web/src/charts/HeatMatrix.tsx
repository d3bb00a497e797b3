/** A matrix as a real table: every cell prints its number, the shade repeats it, rows and columns sum up. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { ScrollBox } from "~/ui/ScrollBox";
import { words } from "~/words";
import type { Unit } from "~/words/format";
import { Cell, Corner, Head, heatOf, Sum } from "./HeatCells";
import { moved } from "./heatWalk";
import "./HeatMatrix.css";

export interface HeatCell {
  row: string;
  column: string;
  /** What is printed and shaded; null prints the reason. */
  value: number | null;
  n?: number | null;
  /** A second, smaller line. */
  note?: string | null;
  /** What the shade follows where that isn't the value; null draws none. */
  heat?: number | null;
  /** thin, withheld …: drawn hatched, said aloud. */
  state?: string | null;
  reason?: string | null;
}

export interface HeatMatrixProps {
  label: string;
  rows: readonly { id: string; label: string }[];
  columns: readonly { id: string; label: string }[];
  cells: readonly HeatCell[];
  unit?: Unit;
  /** What rows and columns are: "from", "to". */
  rowTitle?: string;
  columnTitle?: string;
  onPick?: (cell: HeatCell) => void;
  picked?: { row: string; column: string } | null;
  /** Sums by row id and column id, and of all. */
  totals?: { rows: Readonly<Record<string, number>>; columns: Readonly<Record<string, number>>; all: number };
  /** Makes the sums open what they sum: a row's, a column's, or (both null) all. */
  onPickTotal?: (of: { row: string | null; column: string | null }) => void;
  /** Makes the headers sort: called with a column's id, a row's id or "total". */
  onSort?: (by: { axis: "row" | "column"; id: string }) => void;
  sortedBy?: { axis: "row" | "column"; id: string } | null;
  /** What is printed, when not the value in its unit. */
  print?: (cell: HeatCell) => ReactNode;
  /** The strongest shade; the largest value unless given. */
  most?: number;
}

export function HeatMatrix(props: HeatMatrixProps) {
  const {
    label,
    rows,
    columns,
    cells,
    unit = "count",
    rowTitle,
    columnTitle,
    onPick,
    totals,
    onSort,
    sortedBy,
  } = props;
  const found = new Map(cells.map((cell) => [`${cell.row}\u0000${cell.column}`, cell]));
  const most = props.most ?? Math.max(...cells.map((cell) => heatOf(cell) ?? 0), 0);
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const move = (event: KeyboardEvent) => {
    const sumsToo = totals && props.onPickTotal ? 1 : 0;
    const next = moved(active, event, rows.length + sumsToo, columns.length + sumsToo);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}/${next.column}"]`)?.focus();
  };
  const sum = (value: number | undefined, y: number, x: number) => (
    <Sum
      value={value ?? 0}
      names={[rows[y]?.label ?? words.charts.total, columns[x]?.label ?? words.charts.total]}
      at={`${y}/${x}`}
      isActive={active.row === y && active.column === x}
      onFocus={() => setActive({ row: y, column: x })}
      onPick={
        props.onPickTotal && (() => props.onPickTotal?.({ row: rows[y]?.id ?? null, column: columns[x]?.id ?? null }))
      }
    />
  );
  return (
    <ScrollBox label={label} className="ch-heat-scroll">
      <table
        ref={table}
        className="ch-heat"
        aria-label={label}
        onKeyDown={onPick || props.onPickTotal ? move : undefined}
      >
        <thead>
          <tr>
            <Corner rowTitle={rowTitle} columnTitle={columnTitle} />
            {columns.map((column) => (
              <Head key={column.id} axis="column" item={column} {...{ onSort, sortedBy }} />
            ))}
            {totals && (
              <Head axis="column" item={{ id: "total", label: words.charts.total }} {...{ onSort, sortedBy }} isTotal />
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={row.id}>
              <Head axis="row" item={row} {...{ onSort, sortedBy }} />
              {columns.map((column, x) => (
                <Cell
                  key={column.id}
                  cell={found.get(`${row.id}\u0000${column.id}`) ?? { row: row.id, column: column.id, value: 0, n: 0 }}
                  names={[row.label, column.label]}
                  at={`${y}/${x}`}
                  isActive={active.row === y && active.column === x}
                  isPicked={props.picked?.row === row.id && props.picked.column === column.id}
                  onFocus={() => setActive({ row: y, column: x })}
                  print={props.print}
                  {...{ unit, most, onPick }}
                />
              ))}
              {totals && <td className="ch-heat-total">{sum(totals.rows[row.id], y, columns.length)}</td>}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              <th scope="row" className="ch-heat-row ch-heat-total">
                {words.charts.total}
              </th>
              {columns.map((column, x) => (
                <td key={column.id} className="ch-heat-total">
                  {sum(totals.columns[column.id], rows.length, x)}
                </td>
              ))}
              <td className="ch-heat-total ch-heat-all">{sum(totals.all, rows.length, columns.length)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollBox>
  );
}
