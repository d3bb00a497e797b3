/** Who hands over to whom as a matrix: n in every cell, the shade for what is asked, sums that open what they sum. */
import { Figure, type HeatCell, HeatMatrix } from "~/charts";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import {
  type Heat,
  heatsOf,
  type Matrix,
  type MatrixContracts,
  type Order,
  ordered,
  pairsOf,
  placeOf,
  THIN_BELOW,
  verdictsAt,
} from "./pairs";
import { baseOf, noteOf, saidOf } from "./shades";

export interface MatrixFigureProps {
  matrix: Matrix;
  heat: Heat;
  order: Order;
  /** What the contracts say of the cells, while these are asked for. */
  contracts: MatrixContracts | undefined;
  /** The through word of what is looked at closely. */
  picked: string | null;
  onPick: (through: string) => void;
}

export function MatrixFigure({ matrix, heat, order, contracts, picked, onPick }: MatrixFigureProps) {
  const said = words.handoffs;
  const pairs = pairsOf(matrix);
  const thin = pairs.filter(({ cell }) => cell.handed.n < THIN_BELOW).length;
  const pickedCell = matrix.cells.find((cell) => cell.handed.through === picked);
  const verdicts = verdictsAt(contracts);
  const heats = heatsOf(matrix.cells, heat, verdicts);
  const cells = pairs.map(({ cell }, at): HeatCell => {
    const here = verdicts.get(placeOf(cell));
    // What nothing can be told of isn't thin: there is no value to read with care.
    const base = baseOf(cell, heat, here);
    const isThin = base > 0 && base < THIN_BELOW;
    return {
      row: String(cell.row),
      column: String(cell.column),
      value: cell.handed.n,
      n: null,
      heat: heats[at] ?? null,
      note: noteOf(cell, heat, here),
      state: isThin ? "thin" : "ok",
      reason: [saidOf(cell, heat, here), isThin ? said.matrix.thin : ""].filter(Boolean).join(". "),
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

function asTable(matrix: Matrix) {
  const { table } = words.handoffs;
  return {
    columns: [
      table.from,
      table.to,
      table.n,
      table.journeys,
      table.wait,
      table.p90,
      table.unresolved,
      table.lost,
      table.lostOf,
    ],
    units: [null, null, null, null, "seconds", "seconds", "ratio", "ratio", null],
    rows: pairsOf(matrix).map(({ from, to, cell: { handed, context } }) => [
      from,
      to,
      handed.n,
      handed.journeys,
      handed.median_wait_seconds,
      handed.p90_wait_seconds,
      handed.unresolved_share,
      context.share,
      context.known,
    ]),
    format: (value: unknown, column: number) => {
      if (value === null || value === undefined) return words.charts.empty;
      if (typeof value !== "number") return <bdi>{String(value)}</bdi>;
      if (column === 6 || column === 7) return percent(value);
      return column === 4 || column === 5 ? duration(value) : number(value);
    },
  };
}
