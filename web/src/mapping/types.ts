/** The server's words for mappings. */
import type { components } from "~/api/schema";

export type Draft = components["schemas"]["Draft"];
export type Checked = components["schemas"]["Checked"];
export type Preview = components["schemas"]["PreviewState"];
export type ReadInteraction = components["schemas"]["ReadInteractionState"];
export type Flaw = components["schemas"]["ProblemField"];
export type MappingWords = components["schemas"]["MappingWords"];
export type ProposedTable = components["schemas"]["ProposedTable"];
export type Guess = components["schemas"]["GuessState"];
export type Unread = components["schemas"]["UnreadState"];
export type SeenColumn = components["schemas"]["ColumnState"];

/** A mapping being changed: as a form, or as text once somebody wrote in it. */
export type Edited = { draft: Draft; text?: undefined } | { draft?: undefined; text: string };
