/** Colours of categories and of strength, from the tokens, so that both themes work. */

const SERIES = 8;
const HEATS = 7;

/** The colour of the n-th category; beyond eight they repeat, so charts group the rest as "other". */
export const seriesColour = (at: number): string => `var(--series-${(at % SERIES) + 1})`;

/** 0 (nothing) to 7 (most), on a root scale so that small values stay apart. */
export function heatStep(value: number, most: number): number {
  if (most <= 0 || value <= 0) return 0;
  return Math.max(1, Math.min(HEATS, Math.ceil(Math.sqrt(value / most) * HEATS)));
}
