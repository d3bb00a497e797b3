/** What a cell of the matrix says besides its number: the value that its shade follows, never without what it is of. */
import { words } from "~/words";
import { duration, percent } from "~/words/format";
import { type Cell, type Heat, roughly, shareOf, type Verdicts } from "./pairs";

const { shades, table, heat: heats } = words.handoffs;

/** How many things the shade's value rests on. */
export function baseOf({ handed, context }: Cell, heat: Heat, verdicts?: Verdicts): number {
  if (heat === "lost" || heat === "carried") return context.known;
  return heat === "contracts" ? (verdicts ? verdicts.kept + verdicts.broken : 0) : handed.n;
}

/** The second line of a cell, where the shade follows something else than the number. */
export function noteOf(cell: Cell, heat: Heat, verdicts?: Verdicts): string | null {
  if (heat === "n") return null;
  if (heat === "wait") return duration(roughly(cell.handed.median_wait_seconds));
  const share = shareOf(cell, heat, verdicts);
  if (heat === "unresolved") return percent(share);
  if (heat === "contracts") {
    const judged = baseOf(cell, heat, verdicts);
    return verdicts && judged > 0 ? shades.brokenOf(verdicts.broken, judged) : null;
  }
  if (share === null) return cell.context.known > 0 ? shades.withheld : null;
  return shades.of(share, heat === "lost" ? cell.context.known : cell.context.facts_known);
}

/** What is read out and shown when pointed at, whatever the shade. */
export function saidOf(cell: Cell, heat: Heat, verdicts?: Verdicts): string {
  const { handed, context } = cell;
  const wait = `${table.wait}: ${handed.median_wait_seconds === null ? heats.none : duration(handed.median_wait_seconds)}`;
  const unresolved = `${table.unresolved}: ${handed.unresolved_share === null ? heats.none : percent(handed.unresolved_share)}`;
  if (heat === "wait") return wait;
  if (heat === "unresolved") return unresolved;
  if (heat === "lost") return shades.lost(context);
  if (heat === "carried") return shades.carried(context);
  if (heat === "contracts") return verdicts ? shades.contracts(verdicts) : "";
  return `${wait}; ${unresolved}`;
}
