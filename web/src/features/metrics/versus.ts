/** The second selection of a comparison, kept in the address: named, or of the reader's own under `vs_…`. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { FILTERS, type Selection, selectionOf, usePlace, useSelection, withSelection } from "~/selection";

export const CHOICES = ["none", "before", "unfiltered", "all", "own"] as const;
export type Choice = (typeof CHOICES)[number];

const PREFIX = "vs_";
const DAY_MS = 86_400_000;

/** The days right before a period, as many as it has; null where it is open at an end. */
export function daysBefore({ from, to }: Selection): { from: string; to: string } | null {
  if (!from || !to || from > to) return null;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const written = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  return { from: written(first - (last - first) - DAY_MS), to: written(first - DAY_MS) };
}

/** What a named choice means for a selection; null where it can't be made. */
export function versusOf(choice: Choice, selection: Selection, own: Selection): Selection | null {
  if (choice === "none") return null;
  if (choice === "all") return {};
  if (choice === "own") return own;
  if (choice === "unfiltered") return { from: selection.from, to: selection.to };
  const days = daysBefore(selection);
  return days && { ...selection, ...days };
}

/** The server's parameters of a second selection. */
export function asVersusParams(selection: Selection): Record<string, string | string[]> {
  const set = Object.entries(selection).filter(([, value]) => value !== undefined && value.length > 0);
  return Object.fromEntries(set.map(([name, value]) => [`${PREFIX}${name}`, value as string | string[]]));
}

/** The reader's own second selection out of an address. */
export function ownOf(query: URLSearchParams): Selection {
  const own = new URLSearchParams();
  for (const [name, value] of query) if (name.startsWith(PREFIX)) own.append(name.slice(PREFIX.length), value);
  return selectionOf(own);
}

function withOwn(query: URLSearchParams, own: Selection): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of ["from", "to", ...FILTERS]) next.delete(PREFIX + name);
  for (const [name, value] of withSelection(new URLSearchParams(), own)) next.append(PREFIX + name, value);
  return next;
}

export interface Versus {
  choice: Choice;
  choose: (choice: Choice) => void;
  /** What is compared with; null while nothing is, or it can't be. */
  selection: Selection | null;
  own: Selection;
  setOwn: (partial: Partial<Selection>) => void;
}

export function useVersus(): Versus {
  const { selection } = useSelection();
  const [named, choose] = usePlace<Choice>("versus", "none");
  const choice = CHOICES.includes(named) ? named : "none";
  const [query, setQuery] = useSearchParams();
  const written = withOwn(new URLSearchParams(), ownOf(query)).toString();
  const own = useMemo(() => ownOf(new URLSearchParams(written)), [written]);
  const setOwn = useCallback(
    (partial: Partial<Selection>) =>
      setQuery((now) => withOwn(now, { ...ownOf(now), ...partial }), { replace: true, preventScrollReset: true }),
    [setQuery],
  );
  const versus = useMemo(() => versusOf(choice, selection, own), [choice, selection, own]);
  return { choice, choose, selection: versus, own, setOwn };
}
