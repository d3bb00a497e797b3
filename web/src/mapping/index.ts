/** Mappings, for every screen on which they are changed. */
export { sameDraft } from "./drafts";
export { forgetKept, read as readKept, useKept } from "./keptDrafts";
export { MappingEditor } from "./MappingEditor";
export type { Checked, Draft, Edited, Flaw, Guess, Preview, ProposedTable, SeenColumn } from "./types";
export { type Check, type TriedOn, useCheck } from "./useCheck";
