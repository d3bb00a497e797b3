/** The address's query, changed step by step: two changes in one moment add up instead of the second undoing the first. */
import { useCallback, useEffect } from "react";
import { useLocation, useNavigate } from "react-router";

type Step = (now: URLSearchParams) => URLSearchParams;

/** What was asked for but isn't in the address yet, and the address it began from. */
let pending: { from: string; query: URLSearchParams } | null = null;

export function useQuery(): [URLSearchParams, (step: Step, how?: "push" | "replace") => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const here = pathname + search;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the address has changed
  useEffect(() => {
    pending = null;
  }, [here]);
  const change = useCallback(
    (step: Step, how: "push" | "replace" = "push") => {
      const before = pending?.from === here ? pending.query : new URLSearchParams(search);
      const query = step(before);
      if (query.toString() === before.toString()) return;
      pending = { from: here, query };
      // The fragment stays; the place on the screen too.
      void navigate({ search: query.toString() }, { replace: how === "replace", preventScrollReset: true });
    },
    [navigate, here, search],
  );
  return [new URLSearchParams(search), change];
}
