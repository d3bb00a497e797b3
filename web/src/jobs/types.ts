/** The server's words for jobs. */
import type { components } from "~/api/schema";

export type JobLine = components["schemas"]["JobState"];
export type Job = components["schemas"]["JobDetails"];
export type JobProgressState = components["schemas"]["ProgressState"];

export const isOver = (job: { state: string }): boolean => job.state !== "running" && job.state !== "waiting";
