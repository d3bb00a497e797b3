/** The selection and any other piece of a screen's state, read from and written to the address. */
import { useCallback, useMemo } from "react";
import { asQuery, type Selection, selectionOf, withSelection } from "./selection";
import { useQuery } from "./useQuery";

export interface UseSelection {
  selection: Selection;
  /** Change parts of it; `undefined` or an empty list removes. */
  set: (partial: Partial<Selection>) => void;
  clear: () => void;
  /** The same as the server's query parameters. */
  asParams: Selection;
}

export function useSelection(): UseSelection {
  const [query, change] = useQuery();
  const written = withSelection(new URLSearchParams(), selectionOf(query)).toString();
  const selection = useMemo(() => selectionOf(new URLSearchParams(written)), [written]);
  const set = useCallback(
    (partial: Partial<Selection>) => change((now) => withSelection(now, { ...selectionOf(now), ...partial })),
    [change],
  );
  const clear = useCallback(() => change((now) => withSelection(now, {})), [change]);
  const asParams = useMemo(() => asQuery(selection), [selection]);
  return { selection, set, clear, asParams };
}

/**
 * One piece of a screen's state in the address: `const [sort, setSort] = usePlace("sort", "share")`.
 * The default isn't written. `push` makes a step that the browser's back button undoes.
 */
export function usePlace<T extends string = string>(
  name: string,
  fallback: NoInfer<T>,
): [T, (value: T | null, how?: "push" | "replace") => void] {
  const [query, change] = useQuery();
  const value = (query.get(name) ?? fallback) as T;
  const set = useCallback(
    (to: T | null, how: "push" | "replace" = "replace") => {
      change((now) => {
        const next = new URLSearchParams(now);
        if (to === null || to === fallback) next.delete(name);
        else next.set(name, to);
        return next;
      }, how);
    },
    [change, name, fallback],
  );
  return [value, set];
}
