/** Round numbers for axes: in tens for counts, in minutes, hours and days for durations, in percent for ratios. */
import type { Unit } from "~/words/format";

const STEPS = [1, 2, 2.5, 5, 10];
const DURATIONS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 345_600,
  604_800, 1_209_600, 2_592_000, 5_184_000, 7_776_000,
];

/** About `count` round values from below `low` to above `high`. */
export function ticks(low: number, high: number, unit: Unit, count = 4): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const step = unit === "seconds" ? durationStep(span / count) : decimalStep(span / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Which of so many places along an axis get a label, evenly, the first included, so that labels don't touch. */
export function labelled(count: number, width: number, labelWidth: number): number[] {
  const most = Math.max(1, Math.floor(width / labelWidth));
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
}

function decimalStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (STEPS.find((step) => step * power >= least - 1e-12) ?? 10);
}

function durationStep(least: number): number {
  return DURATIONS.find((step) => step >= least) ?? decimalStep(least / 86_400) * 86_400;
}
