/** What a bar of a metric's spread is called. */
import { words } from "~/words";

const said = words.metrics.spread;

export interface Bin {
  low: number;
  high: number | null;
}

export function binLabel({ low, high }: Bin, unit: "ratio" | "seconds" | "count"): string {
  if (unit === "ratio") return low === 0 ? said.no : said.yes;
  if (unit === "count") return high === null ? said.more(low) : said.count(low);
  if (high === null) return said.from(low);
  return low === 0 ? said.below(high) : said.between(low, high);
}
