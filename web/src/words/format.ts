/** How numbers, shares, times and money are written, by the reader's locale and the workspace's time zone. */

const asked = typeof location === "undefined" ? null : new URLSearchParams(location.search).get("locale");
let locale = usable(asked) ?? usable(globalThis.navigator?.language) ?? "en";
let timeZone = "UTC";
let currency = "EUR";
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** The locale in which everything is written, for parts that format for themselves (date fields). */
export const currentLocale = (): string => locale;
/** The zone in which moments are written: the workspace's, not the browser's. */
export const currentTimeZone = (): string => timeZone;

/** Set by the frame once the workspace is known; by tests. What is left out stays as it was. */
export function setFormat(given: { locale?: string; timeZone?: string; currency?: string }): void {
  made.clear();
  locale = usable(given.locale) ?? locale;
  if (given.timeZone && zoneIsKnown(given.timeZone)) timeZone = given.timeZone;
  currency = given.currency ?? currency;
}

/** `1,234.5`: at most `digits` decimals (0 for whole numbers, 1 below 100, else none). */
export function number(value: number | null | undefined, digits?: number): string {
  if (!isGiven(value)) return MISSING;
  const most = digits ?? (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) < 1 ? 2 : 1);
  return inNumbers({ maximumFractionDigits: most }).format(value);
}

/** `1.2M`: for axes and tight places; say the exact number elsewhere. */
export function compact(value: number | null | undefined): string {
  if (!isGiven(value)) return MISSING;
  return inNumbers({ notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** A ratio from 0 to 1 as `83 %`; small shares keep a decimal, and what is above 0 never reads as 0. */
export function percent(ratio: number | null | undefined, digits?: number): string {
  if (!isGiven(ratio)) return MISSING;
  const size = Math.abs(ratio);
  if (digits === undefined && size > 0 && size < 0.001) return `<${percent(0.001, 1)}`;
  const most = digits ?? (size > 0 && size < 0.1 ? 1 : 0);
  return inNumbers({ style: "percent", maximumFractionDigits: most }).format(ratio);
}

const UNITS: readonly [string, number][] = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
];

/** `1 h 12 min`, `3 d`, `45 s`, `250 ms`: the two largest units, the second only when it isn't nought. */
export function duration(seconds: number | null | undefined): string {
  if (!isGiven(seconds)) return MISSING;
  if (seconds < 0) return `−${duration(-seconds)}`;
  if (seconds === 0) return "0 s";
  if (seconds < 0.9995) return `${number(Math.round(seconds * 1000), 0)} ms`;
  const first = UNITS.findIndex(([, size]) => Math.round(seconds) >= size);
  const [name, size] = UNITS[first] ?? ["s", 1];
  const [nextName, nextSize] = UNITS[first + 1] ?? ["", 0];
  if (nextSize === 0) return `${number(Math.round(seconds), 0)} ${name}`;
  // Rounded in the smaller unit, so that 59.7 min never reads as "60 min"; from 10 days on hours say nothing.
  const whole =
    name === "d" && seconds >= 10 * size
      ? Math.round(seconds / size) * (size / nextSize)
      : Math.round(seconds / nextSize);
  const carries = size / nextSize;
  const large = Math.floor(whole / carries);
  const small = whole % carries;
  if (first > 0 && large >= (UNITS[first - 1]?.[1] ?? 0) / size) return duration(large * size);
  return small === 0 ? `${number(large, 0)} ${name}` : `${number(large, 0)} ${name} ${small} ${nextName}`;
}

/** `22 Nov 2026`. A bare day (`2026-11-22`) is that day whatever the zone. */
export function date(value: string | Date | null | undefined): string {
  return inTime(value, { day: "numeric", month: "short", year: "numeric" });
}

/** `22 Nov`: where the year is plain from the surroundings. */
export function shortDate(value: string | Date | null | undefined): string {
  return inTime(value, { day: "numeric", month: "short" });
}

/** `22 Nov 2026, 14:05`. */
export function moment(value: string | Date | null | undefined): string {
  return inTime(value, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** `14:05`. */
export function clock(value: string | Date | null | undefined): string {
  return inTime(value, { hour: "2-digit", minute: "2-digit" });
}

/** `1 – 30 Nov 2026`; open ends are written with an arrow. */
export function dayRange(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) {
    const [a, b] = [asTime(from), asTime(to)];
    if (!a || !b) return MISSING;
    return (
      inDates({ day: "numeric", month: "short", year: "numeric" }, zoneOf(from)) as Intl.DateTimeFormat
    ).formatRange(a, b);
  }
  if (from) return `${date(from)} →`;
  if (to) return `→ ${date(to)}`;
  return MISSING;
}

/** `€1,234.50`, in the workspace's currency unless another is given. */
export function money(value: number | null | undefined, inCurrency?: string): string {
  if (!isGiven(value)) return MISSING;
  const whole = Math.abs(value) >= 1000 || Number.isInteger(value);
  return inNumbers({
    style: "currency",
    currency: inCurrency ?? currency,
    maximumFractionDigits: whole ? 0 : 2,
    minimumFractionDigits: whole ? 0 : 2,
  }).format(value);
}

/** `1 journey`, `1,204 journeys`: the number stands before the word. */
export function plural(n: number, forms: { one: string; other: string }): string {
  return `${number(n)} ${n === 1 ? forms.one : forms.other}`;
}

export type Unit = "ratio" | "seconds" | "count" | "money" | (string & {});

/** A metric's value in its own unit; a dash where there is none. */
export function metricValue({ value, unit }: { value: number | null | undefined; unit: Unit }): string {
  if (unit === "ratio") return percent(value, isGiven(value) && value > 0 && value < 1 ? 1 : undefined);
  if (unit === "seconds") return duration(value);
  if (unit === "money") return money(value);
  return isGiven(value) ? number(value, Number.isInteger(value) ? 0 : Math.abs(value) < 100 ? 2 : 0) : MISSING;
}

/** A difference with its sign: `+3.2 pp` for ratios, `−12 min`, `+0.4`; one that is written as nought has none: `±0 pp`. */
export function metricChange({ value, unit }: { value: number | null | undefined; unit: Unit }): string {
  if (!isGiven(value)) return MISSING;
  const direction = changeDirection({ value, unit });
  const sign = direction === "up" ? "+" : direction === "down" ? "−" : "±";
  const size = direction === "same" ? 0 : Math.abs(value);
  return unit === "ratio" ? `${sign}${number(size * 100, 1)} pp` : `${sign}${metricValue({ value: size, unit })}`;
}

/** Where a difference goes, as it is written: below the last decimal shown it stays the same. */
export function changeDirection({ value, unit }: { value: number; unit: Unit }): "up" | "down" | "same" {
  const smallest = unit === "ratio" || unit === "seconds" ? 0.001 : 0.01;
  if (Math.abs(value) < smallest / 2) return "same";
  return value > 0 ? "up" : "down";
}

/** A unit as a file's header names it, where numbers stand bare; empty for plain counts. */
export function fileUnit(unit: Unit): string {
  if (unit === "ratio") return "0–1";
  if (unit === "seconds") return "s";
  return unit === "money" ? currency : "";
}

/** What stands where there is no value. */
export const MISSING = "–";

function isGiven(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function inNumbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`n${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)) as Intl.NumberFormat;
}

function inDates(options: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat {
  const make = () => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  return kept(`d${zone}${JSON.stringify(options)}`, make) as Intl.DateTimeFormat;
}

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => T,
): Intl.NumberFormat | Intl.DateTimeFormat {
  const known = made.get(key);
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

function inTime(value: string | Date | null | undefined, options: Intl.DateTimeFormatOptions): string {
  const time = asTime(value);
  return time ? inDates(options, zoneOf(value)).format(time) : MISSING;
}

const isBareDay = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const zoneOf = (value: unknown): string => (isBareDay(value) ? "UTC" : timeZone);

function asTime(value: string | Date | null | undefined): Date | null {
  if (!value) return null;
  const time = value instanceof Date ? value : new Date(value);
  return Number.isNaN(time.getTime()) ? null : time;
}

function usable(name: string | null | undefined): string | null {
  try {
    return name ? (Intl.getCanonicalLocales(name)[0] ?? null) : null;
  } catch {
    return null;
  }
}

function zoneIsKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
