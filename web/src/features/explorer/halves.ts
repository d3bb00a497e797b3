/** Cuts a period into two of equal length (the first has the odd day less). */

export interface Days {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

export function halves({ from, to }: { from?: string | undefined; to?: string | undefined }): [Days, Days] | null {
  if (!from || !to) return null;
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  const days = Math.round((last - first) / DAY_MS) + 1;
  if (!Number.isFinite(days) || days < 2) return null;
  const middle = first + Math.floor(days / 2) * DAY_MS;
  return [
    { from, to: day(middle - DAY_MS) },
    { from: day(middle), to },
  ];
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
