/** Whether the numbers that a job made are still being opened: until then the screens show those of the build before. */
import { useEffect, useState } from "react";
import { type components, useAsk } from "~/api/client";
import type { Job } from "~/jobs";

type Facts = Pick<components["schemas"]["WorkspaceState"], "empty" | "opening"> & {
  view: { built_at: string } | null;
};

const ASK_SECONDS = 0.7;

export function useOpening(job: Job): boolean {
  const [every, setEvery] = useState<number | false>(ASK_SECONDS);
  const { data } = useAsk("/api/v1/workspace", {}, { ofView: false, everySeconds: every });
  const isOpening = data === undefined || opens(job, data);
  useEffect(() => setEvery(isOpening ? ASK_SECONDS : false), [isOpening]);
  return isOpening;
}

/**
 * A job that built made its build while it ran, and one job writes at a time: what was built before the job began
 * is the build before. An answer from before the job's end holds that one, so it can't pass for the new one.
 */
export function opens(job: Pick<Job, "started_at" | "result">, { empty, opening, view }: Facts): boolean {
  if (empty) return false;
  if (opening !== null) return true;
  if (job.result.built === false) return false;
  return view === null || inSeconds(view.built_at) < inSeconds(job.started_at ?? "");
}

/** Builds are told to the second, jobs to the millisecond. */
const inSeconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000);
