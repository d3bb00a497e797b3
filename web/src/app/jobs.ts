/** What Clew is working on: asked every second while something runs, now and then otherwise. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { useAsk } from "~/api/ask";
import type { components } from "~/api/schema";
import { notify } from "~/ui/notify";
import { words } from "~/words";

export type Job = components["schemas"]["JobState"];

const BUSY_SECONDS = 1;
const IDLE_SECONDS = 20;

export const isAtWork = (job: Job): boolean => job.state === "running" || job.state === "waiting";
export const jobTitle = (job: Job): string => words.app.jobs.kinds[job.kind] ?? words.app.jobs.other;

/** The jobs that run or wait, the running one first. When one ends, everything shown is asked anew and the end is told. */
export function useJobsAtWork(): readonly Job[] {
  const [every, setEvery] = useState(IDLE_SECONDS);
  const { data } = useAsk("/api/v1/jobs", {}, { ofView: false, everySeconds: every });
  const items = data?.items;
  useToldEnds(items);
  const atWork = (items ?? []).filter(isAtWork);
  const isBusy = atWork.length > 0;
  useEffect(() => setEvery(isBusy ? BUSY_SECONDS : IDLE_SECONDS), [isBusy]);
  return [...atWork].sort((a, b) => Number(b.state === "running") - Number(a.state === "running"));
}

function useToldEnds(items: readonly Job[] | undefined): void {
  const queries = useQueryClient();
  const isShown = useIsShown();
  const before = useRef(new Set<string>());
  useEffect(() => {
    if (!items) return;
    const ended = items.filter((job) => before.current.has(job.id) && !isAtWork(job));
    before.current = new Set(items.filter(isAtWork).map((job) => job.id));
    for (const job of ended.filter((job) => !isShown(job))) {
      if (job.state === "done") notify({ text: words.app.jobs.done(jobTitle(job)), tone: "good" });
      if (job.state === "failed") notify({ text: words.app.jobs.failed(jobTitle(job)), tone: "bad" });
    }
    if (ended.length > 0) void queries.invalidateQueries();
  }, [items, queries, isShown]);
}

/** Whether the screen that is open waits for this very job: it tells the end itself, and a message would lie over it. */
function useIsShown(): (job: Job) => boolean {
  const { search } = useLocation();
  const latest = useRef(search);
  latest.current = search;
  return useCallback((job) => {
    const query = new URLSearchParams(latest.current);
    return query.get("look") === job.id || query.get("job") === job.id;
  }, []);
}
