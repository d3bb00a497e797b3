/** A selection as the end of a file's name: its filters, then its period. */
import { FILTERS, type Selection } from "./selection";

const MOST_WORDS = 2;
const MOST_LETTERS = 80;

export function fileScope(selection: Selection): string {
  const filters = FILTERS.flatMap((filter) => {
    const words = selection[filter] ?? [];
    if (words.length === 0) return [];
    const rest = words.length > MOST_WORDS ? [`${words.length - MOST_WORDS}-more`] : [];
    return [`${filter.replace("_", "-")}-${[...words.slice(0, MOST_WORDS).map(plain), ...rest].join("+")}`];
  });
  const period = periodOf(selection);
  // However long the filters' words are, the period stays.
  const about = filters.join("_").slice(0, MOST_LETTERS - period.length);
  return [about, period].filter(Boolean).join("_");
}

const plain = (word: string): string => word.trim().replace(/[\s._/\\]+/g, "-");

/** `2026-05` for a whole month, `2026` for a whole year, else the days. */
function periodOf({ from, to }: Selection): string {
  if (!from && !to) return "";
  if (!from) return `to-${to}`;
  if (!to) return `from-${from}`;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = from.slice(0, 7);
  if (from === `${month}-01` && to === lastDay(month)) return month;
  return from === to ? from : `${from}-to-${to}`;
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
}
