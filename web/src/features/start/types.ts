/** The server's words for what was found in files, and for what an import did. */
import type { components } from "~/api/schema";

export type Proposals = components["schemas"]["Proposals"];
export type ProposedTable = components["schemas"]["ProposedTable"];
export type ImportSummary = components["schemas"]["ImportSummary"];
