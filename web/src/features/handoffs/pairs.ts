/** The matrix's rows, columns and cells in the order and shade that the reader asks for. */
import type { Answer, components } from "~/api/client";
import { words } from "~/words";

export type Matrix = Answer<"/api/v1/handoffs">;
export type Handed = components["schemas"]["HandedState"];
export type Cell = components["schemas"]["CellState"];
type End = components["schemas"]["EndState"];
export type By = Matrix["by"];
export type Lost = components["schemas"]["ContextLostState"];
export type Verdicts = components["schemas"]["UnderContractState"];
export type MatrixContracts = Answer<"/api/v1/handoffs/contracts">;
export type Order = "n" | "wait" | "unresolved" | "lost" | "name";
export type Heat = "n" | "wait" | "unresolved" | "lost" | "carried" | "contracts";

/** Below this a number says more about chance; the same mark as for metrics. */
export const THIN_BELOW = 30;
/** Below this no share is shown at all. */
export const WITHHELD_BELOW = 5;

/** One pair with handoffs, and what it is called. */
export interface Pair {
  cell: Cell;
  from: string;
  to: string;
  title: string;
}

export interface PlacedEnd {
  /** Its place in the server's answer, as an id. */
  id: string;
  label: string;
}

/** Rows or columns in the asked order; what stands for the rarest together stays last. */
export function ordered(ends: readonly End[], order: Order): PlacedEnd[] {
  return ends
    .map((end, at) => ({ end, at }))
    .sort((a, b) => Number(a.end.is_other) - Number(b.end.is_other) || compared(a.end, b.end, order) || a.at - b.at)
    .map(({ end, at }) => ({ id: String(at), label: end.title }));
}

export function pairsOf(matrix: Matrix): Pair[] {
  return matrix.cells.map((cell) => {
    const [from, to] = [matrix.rows[cell.row], matrix.columns[cell.column]];
    const names = { from: from?.title ?? "", to: to?.title ?? "" };
    const isSame = !from?.is_other && from?.names[0] !== "" && from?.names[0] === to?.names[0];
    return { cell, ...names, title: titleOf(matrix.by, names.from, names.to, isSame) };
  });
}

/**
 * What each cell's shade follows; null where too few are known. Waits spread over six powers of ten, so they go by
 * logarithm, from the shortest of the matrix to its longest.
 */
export function heatsOf(cells: readonly Cell[], heat: Heat, verdicts?: VerdictsAt): (number | null)[] {
  if (heat === "n") return cells.map(({ handed }) => handed.n);
  // The matrix takes the square root of what it is given; squared here, shares and logarithms come out evenly.
  if (heat !== "wait") return cells.map((cell) => squared(shareOf(cell, heat, verdicts?.get(placeOf(cell)))));
  const logs = cells.map(({ handed: { median_wait_seconds: wait } }) => (wait === null ? null : Math.log1p(wait)));
  const known = logs.filter((log) => log !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return logs.map((log) =>
    log === null
      ? null
      : squared(LEAST_SHADE + (1 - LEAST_SHADE) * (most > least ? (log - least) / (most - least) : 1)),
  );
}

/** What the contracts say of each cell, by its place. */
export type VerdictsAt = ReadonlyMap<string, Verdicts>;

export const placeOf = ({ row, column }: { row: number; column: number }): string => `${row}/${column}`;

export const verdictsAt = (contracts: MatrixContracts | undefined): VerdictsAt =>
  new Map((contracts?.cells ?? []).map((cell) => [placeOf(cell), cell.verdicts]));

/** The share that a shade follows; null where none can be told. Of contracts it is what was broken of what can be told, from five on. */
export function shareOf({ handed, context }: Cell, heat: Heat, verdicts?: Verdicts): number | null {
  if (heat === "unresolved") return handed.unresolved_share;
  if (heat === "lost") return context.share;
  if (heat === "carried") return context.carried_ratio;
  const judged = heat === "contracts" && verdicts ? verdicts.kept + verdicts.broken : 0;
  return judged >= WITHHELD_BELOW && verdicts ? verdicts.broken / judged : null;
}

const LEAST_SHADE = 0.1;
const squared = (value: number | null): number | null => (value === null ? null : value ** 2);

/** A wait as it fits into a cell: no seconds beyond ten minutes, no minutes beyond ten hours. */
export function roughly(seconds: number | null): number | null {
  if (seconds === null) return null;
  const grain = seconds >= 4 * 86_400 ? 86_400 : seconds >= 10 * 3_600 ? 3_600 : seconds >= 600 ? 60 : 1;
  return Math.round(seconds / grain) * grain;
}

/** Whether no team (party, channel) is named on either side. */
export const isUnnamed = (matrix: Matrix): boolean =>
  [...matrix.rows, ...matrix.columns].every((end) => end.names.length === 1 && end.names[0] === "");

function titleOf(by: By, from: string, to: string, isSame: boolean): string {
  if (!isSame) return words.handoffs.pair(from, to);
  return by === "channel" ? words.handoffs.sameChannel(from) : words.handoffs.within(from);
}

function compared(a: End, b: End, order: Order): number {
  if (order === "name") return a.title.localeCompare(b.title);
  const value = ({ handed, context }: End) =>
    order === "n"
      ? handed.n
      : order === "wait"
        ? handed.median_wait_seconds
        : order === "lost"
          ? context.share
          : handed.unresolved_share;
  return (value(b) ?? -1) - (value(a) ?? -1);
}
