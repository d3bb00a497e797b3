/** Asks what other stage rules would do to the steps that are there, a moment after they were changed. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, asProblem, type Problem } from "~/api/client";
import type { Rule, Trial } from "./types";

const SETTLE_MS = 300;

export interface Trying {
  data: Trial | undefined;
  problem: Problem | null;
  isStale: boolean;
}

export function useTrial(rules: readonly Rule[]): Trying {
  const [asked, setAsked] = useState(rules);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(rules), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [rules]);
  const query = useQuery<Trial>({
    queryKey: ["settings/preview", asked],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { data } = await api.POST("/api/v1/settings/preview", { body: { rules: [...asked] }, signal });
      return data ?? { changed: 0, steps: 0, stages: [], taken: [] };
    },
  });
  return {
    data: query.data,
    problem: query.error ? asProblem(query.error) : null,
    isStale: query.isFetching || asked !== rules,
  };
}
