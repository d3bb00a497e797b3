/** What a bar of a metric's spread is called. */
import { words } from "~/words";

const said = words.metrics.spread;

export interface Bin {
  low: number;
  high: number | null;
}

/** Whether journeys can have a ratio in part, as where it is one of their handoffs. */
export function areParts(bins: Bin[]): boolean {
  return bins.some(({ high }) => high !== null && high < 1);
}

export function binLabel({ low, high }: Bin, unit: "ratio" | "seconds" | "count", isInParts = false): string {
  if (unit === "ratio") return part(low, high, isInParts);
  if (unit === "count") return high === null ? said.more(low) : said.count(low);
  if (high === null) return said.from(low);
  return low === 0 ? said.below(high) : said.between(low, high);
}

function part(low: number, high: number | null, isInParts: boolean): string {
  if (!isInParts) return low === 0 ? said.no : said.yes;
  if (low === 0) return said.none;
  if (high === null) return said.all;
  return low < 0.5 ? said.underHalf : said.halfOrMore;
}
