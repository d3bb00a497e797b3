/** From when on a trend isn't settled: the last stretch of periods in which journeys still go on. */
interface Period {
  first: string;
  began: number;
  still_open: number;
}

/** Fewer than this share still open can't move a point by much. */
const MATTERS = 0.05;

export function youngFrom(periods: readonly Period[]): string | null {
  const settled = periods.findLastIndex(({ began, still_open: open }) => began > 0 && open / began < MATTERS);
  return periods[settled + 1]?.first ?? null;
}
