/** The job that cuts journeys otherwise: the one that this page ordered, or that somebody else began. */
import { useEffect } from "react";
import { isOver, type Job, type OrderJob, useJob, useJobs, useOrderJob } from "~/jobs";
import { usePlace } from "~/selection";

const KIND = "weigh";

export interface Weighing {
  /** The job while it waits or runs, or as it ended where this page waited for it. */
  job: Job | undefined;
  isAtWork: boolean;
  start: () => Promise<void>;
  isStarting: boolean;
  problem: OrderJob["problem"];
}

/** `onDone` hears once that journeys are cut. */
export function useWeighing(onDone: () => void): Weighing {
  const [ours, setOurs] = usePlace<string>("job", "");
  const { data: jobs } = useJobs();
  const { order, isPending, problem } = useOrderJob();
  const begun = jobs?.items.find((job) => job.kind === KIND && !isOver(job));
  const { data: followed } = useJob(begun?.id ?? (ours || null));
  const job = followed?.kind === KIND ? followed : undefined;
  const isDone = job?.state === "done";
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  const start = async () => {
    const ordered = await order(KIND).catch(() => null);
    if (ordered) setOurs(ordered.id);
  };
  return { job, isAtWork: job !== undefined && !isOver(job), start, isStarting: isPending, problem };
}
