/** A table of some dozens or hundreds of rows: sortable, copied, downloaded, readable by keyboard on a phone. */
import { type ReactNode, useMemo, useState } from "react";
import { words } from "~/words";
import type { Unit } from "~/words/format";
import { classes } from "./classes";
import type { Plain } from "./download";
import { Icon } from "./Icon";
import { ScrollBox } from "./ScrollBox";
import { TableTools } from "./TableTools";
import type { FileColumn } from "./tableFile";
import "./DataTable.css";

export interface Column<R> {
  id: string;
  header: string;
  /** What is shown. */
  cell: (row: R) => ReactNode;
  /** What is sorted by, copied and downloaded; also what is shown when it is the same. */
  value?: (row: R) => Plain;
  /** Of the bare value, for the header of the file. */
  unit?: Unit;
  /** What the file holds instead of the value: also n, an interval's ends. */
  file?: readonly FileColumn<R>[];
  align?: "start" | "end";
  /** The header is only read out: for columns of buttons. */
  hidesHeader?: boolean;
  /** False where sorting makes no sense. Needs `value`. */
  sort?: boolean;
  /** Explains the column, under its header on hover. */
  title?: string;
  /** The column that names the row, read out with each cell; the first unless said otherwise. */
  isRowHeader?: boolean;
  /** Left out below 600 px. */
  hideOnSmall?: boolean;
}

export interface Sorting {
  column: string;
  down: boolean;
}

export interface DataTableProps<R> {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Makes rows open something: by click, and by a button in the row for the keyboard. */
  onRow?: ((row: R) => void) | undefined;
  /** What the row opens, read out after its name: "open the journeys". */
  rowLabel?: (row: R) => string;
  caption?: ReactNode;
  /** Name of the downloaded file, without ending. Without it there is no download. */
  download?: string;
  sort?: Sorting;
  onSort?: (sort: Sorting) => void;
  /** A last row that sums up, a cell for each column id. */
  totals?: Readonly<Record<string, ReactNode>>;
  empty?: ReactNode;
  /** Grows no higher; scrolls inside with the header in sight. */
  maxHeight?: number;
  isSelected?: (row: R) => boolean;
}

export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, rows, rowKey, onRow, rowLabel, caption, download, totals, empty, maxHeight, isSelected } =
    props;
  const [ownSort, setOwnSort] = useState<Sorting | null>(null);
  const sort = props.sort ?? ownSort;
  const change = props.onSort ?? setOwnSort;
  const shown = useMemo(() => sorted(rows, columns, sort), [rows, columns, sort]);
  const headed = columns.find((column) => column.isRowHeader) ?? columns[0];
  return (
    <div className="c-table-frame">
      {(caption || download) && (
        <div className="c-table-head">
          <span className="c-table-caption">{caption}</span>
          {download && <TableTools name={download} columns={columns} rows={shown} />}
        </div>
      )}
      <ScrollBox label={label} className="c-table-scroll" style={maxHeight ? { maxHeight } : undefined}>
        <table className="c-table">
          <caption className="c-hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} sort={sort} onSort={change} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={rowKey(row)}
                className={classes(onRow && "c-table-opens", isSelected?.(row) && "c-table-selected")}
                onClick={onRow && ((event) => !isInteractive(event.target) && onRow(row))}
              >
                {columns.map((column) => {
                  const Cell = column === headed ? "th" : "td";
                  const opens = column === headed && onRow;
                  return (
                    <Cell key={column.id} scope={column === headed ? "row" : undefined} className={cellClass(column)}>
                      {opens ? (
                        <button type="button" className="c-table-open" onClick={() => onRow(row)}>
                          {column.cell(row)}
                          {rowLabel && <span className="c-hidden">{`: ${rowLabel(row)}`}</span>}
                        </button>
                      ) : (
                        column.cell(row)
                      )}
                    </Cell>
                  );
                })}
              </tr>
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={columns.length} className="c-table-empty">
                  {empty ?? words.ui.table.empty}
                </td>
              </tr>
            )}
          </tbody>
          {totals && shown.length > 0 && (
            <tfoot>
              <tr>
                {columns.map((column) => (
                  <td key={column.id} className={cellClass(column)}>
                    {totals[column.id]}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollBox>
    </div>
  );
}

function HeaderCell<R>({
  column,
  sort,
  onSort,
}: {
  column: Column<R>;
  sort: Sorting | null;
  onSort: (sort: Sorting) => void;
}) {
  const sortable = column.value !== undefined && column.sort !== false;
  const mine = sort?.column === column.id ? sort : null;
  const direction = mine ? (mine.down ? "descending" : "ascending") : undefined;
  return (
    <th
      scope="col"
      aria-sort={sortable ? (direction ?? "none") : undefined}
      className={cellClass(column)}
      title={column.title}
    >
      {sortable ? (
        <button
          type="button"
          className="c-table-sort"
          onClick={() => onSort({ column: column.id, down: mine ? !mine.down : column.align === "end" })}
        >
          {column.header}
          <span className={mine ? "c-table-sorted" : "c-table-sortable"}>
            <Icon name={mine ? (mine.down ? "arrow-down" : "arrow-up") : "sort"} size={12} />
          </span>
        </button>
      ) : (
        <span className={column.hidesHeader ? "c-hidden" : undefined}>{column.header}</span>
      )}
    </th>
  );
}

const cellClass = <R,>(column: Column<R>) =>
  classes(column.align === "end" && "c-table-end", column.hideOnSmall && "c-table-wide-only");

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("a,button,input,select,textarea,[role=button]") !== null;

/** Rows in the asked order; missing values last either way, equal values as they came. */
export function sorted<R>(rows: readonly R[], columns: readonly Column<R>[], sort: Sorting | null): readonly R[] {
  const value = columns.find((column) => column.id === sort?.column)?.value;
  if (!sort || !value) return rows;
  const turn = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => compared(value(a), value(b), turn));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compared(a: Plain, b: Plain, turn: number): number {
  const [noA, noB] = [a === null || a === undefined || a === "", b === null || b === undefined || b === ""];
  if (noA || noB) return Number(noA) - Number(noB);
  if (typeof a === "string" || typeof b === "string") return turn * collator.compare(String(a), String(b));
  return turn * (Number(a) - Number(b));
}
