/** Long work, for every screen that orders or shows it. */
export { JobView } from "./JobView";
export { isBalanced, Ledger, type LedgerCounts, summed } from "./Ledger";
export { isOver, type Job, type JobLine } from "./types";
export { type OrderJob, useCancelJob, useJob, useJobs, useOrderJob } from "./useJob";
