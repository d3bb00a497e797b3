/** What the list of pain points is made of, and how a line is looked at. */
import type { components } from "~/api/client";

export type PainPoints = components["schemas"]["PainPointsState"];
export type Line = components["schemas"]["PainPointState"];
export type Detail = components["schemas"]["PainPointDetail"];
export type Finding = components["schemas"]["FindingState"];
export type Change = components["schemas"]["ShareChangeState"];

/** How many detectors couldn't look, as texts aren't read. */
export const unlooked = (lines: readonly Line[]): number => lines.filter((line) => line.found === null).length;

/** Whether no detector looked at all: an older Clew made the tables. */
export const isOlder = (lines: readonly Line[]): boolean =>
  lines.some((line) => line.found === null && !line.detector.needs_texts);

/** By how much the share moved, and whether it can be chance; null where there is nothing to hold against. */
export function moved(change: Change | null): { by: number; unsure: boolean } | null {
  const by = change?.difference.value ?? null;
  if (!change || by === null) return null;
  return { by, unsure: change.difference.verdict === "within_chance" || change.difference.verdict === "unknown" };
}
