/** The second group of a comparison, in the address beside the first one: the same filters with `vs_` before their names. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { FILTERS, type Selection, selectionOf, withSelection } from "~/selection";

const PREFIX = "vs_";
const NAMES = ["from", "to", ...FILTERS] as const;

export interface UseSecondGroup {
  second: Selection;
  set: (partial: Partial<Selection>) => void;
  clear: () => void;
  swap: () => void;
  /** Both groups at once, for comparisons that are often made. */
  setBoth: (first: Partial<Selection>, second: Selection) => void;
  /** The same as the server's query parameters, with their prefix. */
  asParams: Record<string, string | string[]>;
}

export function useSecondGroup(): UseSecondGroup {
  const [query, setQuery] = useSearchParams();
  const written = unprefixed(query).toString();
  const second = useMemo(() => selectionOf(new URLSearchParams(written)), [written]);
  const change = useCallback(
    (make: (now: URLSearchParams) => URLSearchParams) => setQuery(make, { preventScrollReset: true }),
    [setQuery],
  );
  const set = useCallback(
    (partial: Partial<Selection>) => change((now) => withSecond(now, { ...secondOf(now), ...partial })),
    [change],
  );
  const clear = useCallback(() => change((now) => withSecond(now, {})), [change]);
  const swap = useCallback(
    () => change((now) => withSecond(withSelection(now, secondOf(now)), selectionOf(now))),
    [change],
  );
  const setBoth = useCallback(
    (first: Partial<Selection>, other: Selection) =>
      change((now) => withSecond(withSelection(now, { ...selectionOf(now), ...first }), other)),
    [change],
  );
  const asParams = useMemo(
    () => Object.fromEntries(Object.entries(second).map(([name, value]) => [`${PREFIX}${name}`, value])),
    [second],
  );
  return { second, set, clear, swap, setBoth, asParams };
}

export const secondOf = (query: URLSearchParams): Selection => selectionOf(unprefixed(query));

export function withSecond(query: URLSearchParams, second: Selection): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of NAMES) next.delete(`${PREFIX}${name}`);
  for (const [name, value] of withSelection(new URLSearchParams(), second)) next.append(`${PREFIX}${name}`, value);
  return next;
}

function unprefixed(query: URLSearchParams): URLSearchParams {
  const plain = new URLSearchParams();
  for (const name of NAMES) for (const value of query.getAll(`${PREFIX}${name}`)) plain.append(name, value);
  return plain;
}
