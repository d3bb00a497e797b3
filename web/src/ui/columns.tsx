/** Columns as most tables have them: a name from the data, and an amount at the end of its cell. */

import { duration, percent, type Unit } from "~/words/format";
import type { Column } from "./DataTable";
import { Named } from "./Named";

type More<R> = Pick<Column<R>, "title" | "hideOnSmall" | "unit" | "file">;

/** What a bare amount is, by the way it is written. */
const UNITS = new Map<unknown, Unit>([
  [duration, "seconds"],
  [percent, "ratio"],
]);

/** An amount, written by one of the catalogue's ways: `amountColumn("n", said.n, number, (row) => row.n)`. */
export function amountColumn<R>(
  id: string,
  header: string,
  write: (amount: number | null) => string,
  of: (row: R) => number | null,
  more: More<R> = {},
): Column<R> {
  const unit = UNITS.get(write);
  return { id, header, align: "end", cell: (row) => write(of(row)), value: of, ...(unit && { unit }), ...more };
}

/** A name that came from the data, kept apart from the words around it. */
export function nameColumn<R>(id: string, header: string, of: (row: R) => string): Column<R> {
  return { id, header, cell: (row) => <Named>{of(row)}</Named>, value: of };
}
