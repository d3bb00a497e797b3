/** The server's words for sources, their files, and what waits in quarantine. */
import type { components } from "~/api/schema";

export type SourceList = components["schemas"]["SourceList"];
export type Source = components["schemas"]["LedgerSource"];
export type SourceFile = components["schemas"]["LedgerFile"];
export type Reason = components["schemas"]["ReasonState"];
export type WaitingRow = components["schemas"]["WaitingRow"];
export type MappingLine = components["schemas"]["MappingLine"];
export type MappingState = components["schemas"]["MappingState"];

/** What the ledger calls files of which no row was received. */
export const REFUSED = "(refused files)";
export type QualityReport = components["schemas"]["QualityState"];
export type QualityFinding = components["schemas"]["QualityFinding"];
