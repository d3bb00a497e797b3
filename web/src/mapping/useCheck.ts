/** Looks at a mapping while it is changed: what is wrong with it, and what the rows at hand become. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, asProblem, type Problem } from "~/api/client";
import type { Checked, Edited } from "./types";

const SETTLE_MS = 350;

/** Which rows to try it on. */
export type TriedOn = { look: string; table: number } | { source: string };

export interface Check {
  checked: Checked | undefined;
  /** What is shown belongs to an earlier state of the mapping. */
  isBehind: boolean;
  problem: Problem | null;
  again: () => void;
}

export function useCheck(edited: Edited, on: TriedOn): Check {
  const written = JSON.stringify(edited);
  const settled = useSettled(written, SETTLE_MS);
  const query = useQuery<Checked>({
    queryKey: ["mappings/check", on, settled],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    placeholderData: (previous, query) =>
      query && JSON.stringify(query.queryKey[1]) === JSON.stringify(on) ? previous : undefined,
    queryFn: async ({ signal }) => {
      const body = { table: 0, ...on, ...(JSON.parse(settled) as Edited) };
      const { data } = await api.POST("/api/v1/mappings/check", { body, signal });
      return data as Checked;
    },
  });
  return {
    checked: query.data,
    isBehind: settled !== written || query.isFetching,
    problem: query.error ? asProblem(query.error) : null,
    again: () => void query.refetch(),
  };
}

/** The value once it hasn't changed for a moment. */
function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, settled, wait]);
  return settled;
}
