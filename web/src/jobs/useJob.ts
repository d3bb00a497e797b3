/** One job, asked again and again until it is over; and how to order and cancel jobs. */
import { useEffect, useState } from "react";
import { type Ask, askKey, useAsk, useTell } from "~/api/client";
import { queryClient } from "~/api/queries";
import { isOver, type Job, type JobLine } from "./types";

const WATCH_SECONDS = 0.7;

/** Follow a job; null follows nothing. */
export function useJob(id: string | null): Ask<Job> {
  const [every, setEvery] = useState<number | false>(WATCH_SECONDS);
  const ask = useAsk(
    "/api/v1/jobs/{job_id}",
    { params: { path: { job_id: id ?? "" } } },
    { ofView: false, enabled: id !== null, everySeconds: every, keepPrevious: false },
  );
  const over = ask.data ? isOver(ask.data) : false;
  const missing = ask.problem?.status === 404;
  useEffect(() => setEvery(over || missing ? false : WATCH_SECONDS), [over, missing]);
  return ask;
}

/** The newest jobs, asked often while one is at work. */
export function useJobs(): Ask<{ items: JobLine[] }> {
  const [every, setEvery] = useState(5);
  const ask = useAsk("/api/v1/jobs", {}, { ofView: false, everySeconds: every });
  const busy = (ask.data?.items ?? []).some((job) => !isOver(job));
  useEffect(() => setEvery(busy ? 1 : 5), [busy]);
  return ask;
}

export interface OrderJob {
  /** Order a job; rejects with a problem, which `problem` holds, too. */
  order: (kind: string, order?: Record<string, unknown>) => Promise<Job>;
  problem: ReturnType<typeof useTell<"post", "/api/v1/jobs">>["problem"];
  isPending: boolean;
  reset: () => void;
}

export function useOrderJob(): OrderJob {
  const { tell, problem, isPending, reset } = useTell("post", "/api/v1/jobs", { refresh: false });
  const order = async (kind: string, words: Record<string, unknown> = {}) => {
    const job = (await tell({ body: { kind, order: words } })) as Job;
    showAtOnce();
    return job;
  };
  return { order, problem, isPending, reset };
}

export function useCancelJob() {
  const { tell, problem, isPending } = useTell("post", "/api/v1/jobs/{job_id}/cancel", { refresh: false });
  const cancel = async (id: string) => {
    await tell({ params: { path: { job_id: id } } });
    showAtOnce(id);
  };
  return { cancel, problem, isPending };
}

/** The frame's strip and every list of jobs show the change without waiting for their next look. */
function showAtOnce(id?: string): void {
  void queryClient.invalidateQueries({ queryKey: askKey("/api/v1/jobs") });
  if (id) void queryClient.invalidateQueries({ queryKey: ["/api/v1/jobs/{job_id}"] });
}
