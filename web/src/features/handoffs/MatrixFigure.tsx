/** Who hands over to whom as a matrix: n in every cell, the shade for what is asked, sums that open what they sum. */
import { Figure, type HeatCell, HeatMatrix } from "~/charts";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import {
  type Handed,
  type Heat,
  heatsOf,
  type Matrix,
  type Order,
  ordered,
  pairsOf,
  roughly,
  THIN_BELOW,
} from "./pairs";

export interface MatrixFigureProps {
  matrix: Matrix;
  heat: Heat;
  order: Order;
  /** The through word of what is looked at closely. */
  picked: string | null;
  onPick: (through: string) => void;
}

export function MatrixFigure({ matrix, heat, order, picked, onPick }: MatrixFigureProps) {
  const said = words.handoffs;
  const pairs = pairsOf(matrix);
  const thin = pairs.filter(({ cell }) => cell.handed.n < THIN_BELOW).length;
  const pickedCell = matrix.cells.find((cell) => cell.handed.through === picked);
  const heats = heatsOf(matrix.cells, heat);
  const cells = pairs.map(({ cell }, at): HeatCell => {
    const isThin = cell.handed.n < THIN_BELOW;
    return {
      row: String(cell.row),
      column: String(cell.column),
      value: cell.handed.n,
      n: null,
      heat: heats[at] ?? null,
      note: noteOf(cell.handed, heat),
      state: isThin ? "thin" : "ok",
      reason: [saidOf(cell.handed, heat), isThin ? said.matrix.thin : ""].filter(Boolean).join(". "),
    };
  });
  const through = new Map(matrix.cells.map((cell) => [`${cell.row}/${cell.column}`, cell.handed.through]));
  return (
    <Figure
      title={said.matrix.title}
      description={said.matrix.description(said.count(matrix.total.n), said.inJourneys(matrix.total.journeys), thin)}
      name={`handoffs-${matrix.by}`}
      table={asTable(matrix)}
      level={2}
    >
      <HeatMatrix
        label={said.matrix.label}
        rows={ordered(matrix.rows, order)}
        columns={ordered(matrix.columns, order)}
        rowTitle={said.matrix.from}
        columnTitle={said.matrix.to}
        cells={cells}
        picked={pickedCell ? { row: String(pickedCell.row), column: String(pickedCell.column) } : null}
        onPick={({ row, column }) => {
          const word = through.get(`${row}/${column}`);
          if (word) onPick(word);
        }}
        totals={{
          rows: Object.fromEntries(matrix.rows.map((end, at) => [String(at), end.handed.n])),
          columns: Object.fromEntries(matrix.columns.map((end, at) => [String(at), end.handed.n])),
          all: matrix.total.n,
        }}
        onPickTotal={({ row, column }) => {
          const end = row !== null ? matrix.rows[Number(row)] : column !== null ? matrix.columns[Number(column)] : null;
          onPick((end?.handed ?? matrix.total).through);
        }}
        {...(heat === "n" ? {} : { most: 1 })}
      />
    </Figure>
  );
}

/** The second line of a cell: the value that the shade follows, where that isn't the number itself. */
function noteOf(handed: Handed, heat: Heat): string | null {
  if (heat === "n") return null;
  return heat === "wait" ? duration(roughly(handed.median_wait_seconds)) : percent(handed.unresolved_share);
}

/** What is read out and shown when pointed at, whatever the shade. */
function saidOf(handed: Handed, heat: Heat): string {
  const { table, heat: shades } = words.handoffs;
  const wait = `${table.wait}: ${handed.median_wait_seconds === null ? shades.none : duration(handed.median_wait_seconds)}`;
  const share = handed.unresolved_share === null ? shades.none : percent(handed.unresolved_share);
  return heat === "wait"
    ? wait
    : heat === "unresolved"
      ? `${table.unresolved}: ${share}`
      : `${wait}; ${table.unresolved}: ${share}`;
}

function asTable(matrix: Matrix) {
  const { table } = words.handoffs;
  return {
    columns: [table.from, table.to, table.n, table.journeys, table.wait, table.p90, table.unresolved],
    units: [null, null, null, null, "seconds", "seconds", "ratio"],
    rows: pairsOf(matrix).map(({ from, to, cell: { handed } }) => [
      from,
      to,
      handed.n,
      handed.journeys,
      handed.median_wait_seconds,
      handed.p90_wait_seconds,
      handed.unresolved_share,
    ]),
    format: (value: unknown, column: number) => {
      if (value === null || value === undefined) return words.charts.empty;
      if (typeof value !== "number") return <bdi>{String(value)}</bdi>;
      return column === 6 ? percent(value) : column >= 4 ? duration(value) : number(value);
    },
  };
}
