/** Amounts in the units that definitions name: a duration, or a number of something. */
import { duration, number } from "./format";

const DAY = 86_400;

/** `7 min 30 s`, `3 handovers`, `1 fact asked for again`: a unit is in the plural, and its first word loses the s for one. */
export function amountWords(amount: number, unit: string | null): string {
  if (unit === "seconds") return duration(amount);
  // A part of a day is told in hours: "2 h 24 min late", not "0.1 days late".
  if (unit && /^days\b/.test(unit) && !Number.isInteger(amount))
    return duration(amount * DAY) + unit.slice("days".length);
  const said = number(amount, Number.isInteger(amount) ? 0 : 1);
  if (!unit) return said;
  return `${said} ${said === number(1) ? unit.replace(/^([^\s]+)s(\s|$)/, "$1$2") : unit}`;
}
