/** Looks for customers while somebody writes; the words travel in the request's body and the history's state, never in an address. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { api, asProblem, type components, type Problem } from "~/api/client";

export type Found = components["schemas"]["FoundCustomers"];
export const SHORTEST = 3;
const SETTLE_MS = 250;

export interface Search {
  words: string;
  setWords: (words: string) => void;
  found: Found | undefined;
  problem: Problem | null;
  isLooking: boolean;
  retry: () => void;
}

export function useSearch(): Search {
  const location = useLocation();
  const navigate = useNavigate();
  const given = wordsIn(location.state);
  const isOwn = (location.state as { own?: unknown } | null)?.own === true;
  const [words, setWords] = useState(given);
  const [asked, setAsked] = useState(given.trim());
  // Another search came from outside (the frame's field) while this screen was open.
  const [last, setLast] = useState(location.key);
  if (last !== location.key) {
    setLast(location.key);
    if (!isOwn && given !== "" && given !== words) {
      setWords(given);
      setAsked(given.trim());
    }
  }
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  // Coming back from a customer finds the same results; the history's state isn't part of any address.
  useEffect(() => {
    if (asked !== given.trim()) {
      void navigate(
        { search: location.search },
        { replace: true, state: { query: asked, own: true }, preventScrollReset: true },
      );
    }
  }, [asked, given, location.search, navigate]);
  const query = useQuery<Found>({
    queryKey: ["customers/search", asked],
    enabled: asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { data } = await api.POST("/api/v1/customers/search", { body: { query: asked }, signal });
      return data ?? { items: [], more: false };
    },
  });
  return {
    words,
    setWords,
    found: asked.length >= SHORTEST ? query.data : undefined,
    problem: query.error ? asProblem(query.error) : null,
    isLooking: query.isFetching,
    retry: () => void query.refetch(),
  };
}

function wordsIn(state: unknown): string {
  const query = (state as { query?: unknown } | null)?.query;
  return typeof query === "string" ? query : "";
}
