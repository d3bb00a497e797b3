/** Rows of a long list, fetched in pages around what is in sight and forgotten again when far away. */
import { useCallback, useEffect, useRef, useState } from "react";

export const PAGE = 100;
const KEPT_PAGES = 60;
const SETTLE_MS = 80;

export type LoadRows<R> = (at: number, limit: number) => Promise<readonly R[]>;
type Page<R> = readonly R[] | "loading" | "failed";

export interface RowPages<R> {
  /** A row, or why there is none yet. */
  rowAt: (index: number) => { row: R } | "loading" | "failed";
  retry: () => void;
}

/** `question` names what is listed: when it changes, everything fetched is thrown away. */
export function useRowPages<R>(
  load: LoadRows<R>,
  question: string,
  range: { first: number; end: number },
  total: number,
): RowPages<R> {
  const pages = useRef(new Map<number, Page<R>>());
  const asked = useRef(question);
  const loader = useRef(load);
  loader.current = load;
  const [, redraw] = useState(0);
  if (asked.current !== question) {
    asked.current = question;
    pages.current = new Map();
  }
  const firstPage = Math.floor(range.first / PAGE);
  const lastPage = Math.floor(Math.max(range.first, range.end - 1) / PAGE);

  const fetchPage = useCallback((page: number) => {
    const mine = pages.current;
    mine.set(page, "loading");
    const settle = (result: Page<R>) => {
      mine.set(page, result);
      if (mine === pages.current) redraw((count) => count + 1);
    };
    loader.current(page * PAGE, PAGE).then(settle, () => settle("failed"));
  }, []);

  useEffect(() => {
    if (total === 0) return;
    // While the bar is dragged nothing is asked; the very first page doesn't wait.
    const wait = asked.current === question && pages.current.size > 0 ? SETTLE_MS : 0;
    const timer = setTimeout(() => {
      for (let page = firstPage; page <= lastPage; page++) if (!pages.current.has(page)) fetchPage(page);
      forgetFar(pages.current, firstPage, lastPage);
    }, wait);
    return () => clearTimeout(timer);
  }, [firstPage, lastPage, total, question, fetchPage]);

  const rowAt = (index: number) => {
    const page = pages.current.get(Math.floor(index / PAGE));
    if (page === undefined || page === "loading") return "loading" as const;
    if (page === "failed") return "failed" as const;
    const row = page[index % PAGE];
    return row === undefined ? ("loading" as const) : { row };
  };
  const retry = useCallback(() => {
    for (const [page, held] of pages.current) if (held === "failed") fetchPage(page);
    redraw((count) => count + 1);
  }, [fetchPage]);
  return { rowAt, retry };
}

function forgetFar<R>(pages: Map<number, Page<R>>, first: number, last: number): void {
  if (pages.size <= KEPT_PAGES) return;
  const distance = (page: number) => Math.max(first - page, page - last, 0);
  const farthest = [...pages.keys()].sort((a, b) => distance(b) - distance(a));
  for (const page of farthest.slice(0, pages.size - KEPT_PAGES)) if (distance(page) > 0) pages.delete(page);
}
