/** Asks how far a contract would have been kept, a moment after it was changed; nothing is saved. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, asProblem, type Problem } from "~/api/client";
import { useSelection } from "~/selection";
import { asksAnything, isSame } from "./drafts";
import type { Conformance, Contract } from "./types";

const SETTLE_MS = 300;

export interface Preview {
  data: Conformance | undefined;
  problem: Problem | null;
  isStale: boolean;
}

/** `unnamed` stands in while it has no name, as a name changes no number. */
export function usePreview(draft: Contract, unnamed: string): Preview {
  const { asParams } = useSelection();
  const [asked, setAsked] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  const body = { ...asked, name: asked.name.trim() || unnamed };
  const query = useQuery<Conformance>({
    queryKey: ["contracts/preview", body, asParams],
    placeholderData: keepPreviousData,
    enabled: asksAnything(asked),
    queryFn: async ({ signal }) => {
      const { data } = await api.POST("/api/v1/contracts/preview", { params: { query: asParams }, body, signal });
      if (!data) throw new Error("no answer");
      return data;
    },
  });
  return {
    data: asksAnything(asked) ? query.data : undefined,
    problem: query.error ? asProblem(query.error) : null,
    isStale: query.isFetching || !isSame(asked, draft),
  };
}
