/** The mappings' texts as they were changed: those that nobody changed are imported as they were proposed. */
import { api } from "~/api/client";
import { readKept } from "~/mapping";
import type { ProposedTable } from "./types";

export interface FinalTexts {
  texts: Record<number, string>;
  /** Tables whose mapping has something to mend. */
  failed: number[];
}

export async function finalTexts(look: string, tables: readonly ProposedTable[]): Promise<FinalTexts> {
  const texts: Record<number, string> = {};
  const failed: number[] = [];
  for (const { table } of tables) {
    const kept = readKept(`${look}.${table}`);
    if (!kept) continue;
    const { data } = await api.POST("/api/v1/mappings/check", { body: { look, table, ...kept } });
    if (!data || data.problems.length > 0) failed.push(table);
    else texts[table] = data.text;
  }
  return { texts, failed };
}
