/** Where diverging bars begin and end: each from nought, or each from where the one before it ended. */

export interface DivergingItem {
  id: string;
  label: string;
  value: number;
  /** Stands under this heading with those beside it. */
  group?: string;
  /** Drawn from nought whatever came before: the sum of all. */
  isTotal?: boolean;
  /** Drawn paler: a rest or a default. */
  isRest?: boolean;
  /** Behind the value, in words. */
  note?: string;
}

export interface Span {
  from: number;
  to: number;
}

/** Return one span for each item; `adds` lets each begin where the one before it ended. */
export function spansOf(items: readonly DivergingItem[], adds: boolean): Span[] {
  let sum = 0;
  return items.map(({ value, isTotal }) => {
    if (!adds || isTotal) return { from: 0, to: value };
    const from = sum;
    sum += value;
    return { from, to: sum };
  });
}

/** Return the scale that holds every span and nought; never of no width. */
export function scaleOf(spans: readonly Span[]): { low: number; high: number } {
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  return low === high ? { low: -1, high: 1 } : { low, high };
}
