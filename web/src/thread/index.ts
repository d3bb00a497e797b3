/** Threads: the steps of a journey and where they stand, for every screen that opens a conversation. */

export { customerAt, stepAt } from "./address";
export { HandoffBetween, QUIET_SECONDS, QuietGap } from "./Between";
export { JourneyThread, type JourneyThreadProps } from "./JourneyThread";
export { StepList, type StepListProps } from "./StepList";
export { PAGE_STEPS, StepPages } from "./StepPages";
export type { Thread, ThreadHandoff, ThreadStep } from "./types";
