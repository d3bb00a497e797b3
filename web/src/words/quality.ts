/** What is said about how far the data can be trusted. */
import { number, percent, plural } from "./format";

export const quality = {
  lead: (found: number, checks: number) =>
    `${plural(found, { one: "finding", other: "findings" })} of ${plural(checks, { one: "check", other: "checks" })} made on every source, the worst first. Each says what it does to which metric.`,
  none: "Nothing found",
  noneBody: "Every check was made, and none had anything to say here.",
  empty: "Nothing to look through yet",
  emptyBody: "Import something first: checks are made on every source.",
  title: "Findings",
  sources: "What was looked at",
  source: "Source",
  allSources: "All sources",
  severity: "How bad",
  severities: { bad: "Bad", warn: "Warning", note: "Note" } as Readonly<Record<string, string>>,
  allSeverities: "All",
  finding: "Finding",
  amount: "Found",
  of: "Of",
  share: "Share",
  trend: "Trend",
  directions: { rising: "rising", falling: "falling", steady: "steady", unknown: "no trend" } as Readonly<
    Record<string, string>
  >,
  trendLabel: (direction: string, months: number) =>
    `${direction}, over ${plural(months, { one: "month", other: "months" })}`,
  noTrend: "Too little in most months for a trend.",
  affects: "Affects",
  open: (finding: string) => `what ${finding} does`,
  clear: "Show all",
  download: "data-quality",
  interactions: "Interactions",
  records: "Records",
  does: "What it does",
  effect: (becomes: string) => `: ${becomes}`,
  journeys: (n: number, of: number) => `Found in ${number(n)} of ${plural(of, { one: "journey", other: "journeys" })}.`,
  why: "Why it matters",
  remedy: "What to do",
  months: "By month",
  month: "Month",
  undated: "undated",
  thin: "too few to count",
  examples: "Examples",
  example: (at: number) => `Open example ${number(at)}`,
  record: (at: number) => `Example ${number(at)}, in a record`,
  recordHelp: "Records aren't part of a journey; look them up in their source by this id.",
  ratio: (n: number, of: number) => (of > 0 ? percent(n / of) : "–"),
} as const;
