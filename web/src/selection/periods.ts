/** Periods by name, counted back from the last day that the data hold, not from today: old data are not empty. */
import { words } from "~/words";

export interface Period {
  id: string;
  title: string;
  days: number | null;
}

const said = words.selection;
export const periods: readonly Period[] = [
  { id: "all", title: said.allTime, days: null },
  { id: "7", title: said.lastDays(7), days: 7 },
  { id: "30", title: said.lastDays(30), days: 30 },
  { id: "90", title: said.lastDays(90), days: 90 },
  { id: "365", title: said.lastYear, days: 365 },
];

export interface Span {
  from?: string | undefined;
  to?: string | undefined;
}

/** First and last day, both inclusive, of a period that ends on `lastDay`. */
export function spanOf(period: Period, lastDay: string | null): Span {
  if (period.days === null || lastDay === null) return { from: undefined, to: undefined };
  const last = new Date(`${lastDay}T00:00:00Z`);
  const first = new Date(last.getTime() - (period.days - 1) * 86_400_000);
  return { from: first.toISOString().slice(0, 10), to: lastDay };
}

/** The named period that these days are, if any. */
export function periodOf(span: Span, lastDay: string | null): Period | undefined {
  return periods.find((period) => {
    const { from, to } = spanOf(period, lastDay);
    return from === span.from && to === span.to;
  });
}
