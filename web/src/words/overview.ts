/** What the overview screen says. */
import { dayRange, duration, number, percent, plural } from "./format";

const journeys = (n: number) => plural(n, { one: "journey", other: "journeys" });
const handoffs = (n: number) => plural(n, { one: "handoff", other: "handoffs" });

export const overview = {
  lead: (n: number) => `${journeys(n)}: how they go, where they break, and what the numbers rest on.`,
  leadWaiting: "How journeys go, where they break, and what the numbers rest on.",
  headline: "Headline",
  compares: (now: string, before: string) => `Changes compare ${now} with ${before}.`,
  comparesLately: (days: number, now: string, before: string) =>
    `Changes compare the last ${plural(days, { one: "day", other: "days" })} of the data (${now}) with the ${number(days)} before (${before}).`,
  noBefore: (now: string) => `No earlier period of equal length: the data don't reach back before ${now}.`,
  period: dayRange,
  untold: "can't tell from chance",
  trendBy: { day: "by day", week: "by week", month: "by month", year: "by year" },
  trend: (title: string, by: string, first: string, last: string) => `${title} ${by}, ${first} to ${last}`,
  gaps: "gaps: too few or too young",
  noLine: (told: number, period: "day" | "week" | "month" | "year") =>
    told === 0
      ? `No line: no ${period} by itself has enough journeys for a value.`
      : `No line: only one ${period} has enough journeys for a value.`,
  young: (n: number, period: "day" | "week" | "month" | "year") =>
    `last ${plural(
      n,
      {
        day: { one: "day", other: "days" },
        week: { one: "week", other: "weeks" },
        month: { one: "month", other: "months" },
        year: { one: "year", other: "years" },
      }[period],
    )} too young`,
  youngHelp: "Journeys that began then are too young to count; the end of the line isn't a fall.",
  openMetric: (title: string) => `${title}: definition, trend and breakdowns`,
  behindN: (title: string, n: number) => `n = ${number(n)}: open the journeys that ${title} is counted over`,
  none: {
    title: "No journey fits",
    body: "No journey began in this period with these filters.",
    clear: "Clear the selection",
  },
  unbuilt: {
    title: "Nothing to see yet",
    body: "Import your files, and this screen shows how your customers' journeys go.",
    start: "Import files",
  },
  changes: {
    title: "Since your last visit",
    since: (when: string) => `Your last visit: ${when}`,
    nothing: "Nothing new came in.",
    cameIn: (files: number, interactions: number) =>
      `${plural(interactions, { one: "interaction", other: "interactions" })} from ${plural(files, { one: "file", other: "files" })} came in.`,
    rebuilt: "The tables were built anew.",
    still: "No headline number moved by more than chance.",
    moved: (n: number) =>
      `${plural(n, { one: "headline number", other: "headline numbers" })} moved by more than chance:`,
    first: "From your next visit on, this line says what changed in between.",
    all: "Then and now",
    column: { metric: "Metric", before: "Then", now: "Now", change: "Change", n: "n" },
    note: "Over all journeys, whatever is selected. Both values rest on much the same journeys, so a change is called chance rather too often than too rarely.",
    from: (before: string, now: string) => `${before} → ${now}`,
  },
  handoffs: {
    title: "Worst handoffs",
    rankBy: "Rank by",
    waiting: "Waiting caused",
    unresolved: "Not resolved",
    lead: {
      waiting:
        "Ranked by median wait × handoffs that have a wait (their n): about the time these cost customers in all.",
      unresolved:
        "Ranked by the share of journeys that ended without a solution, lower end of its 95 % interval, so that small numbers don't come first by chance.",
    },
    column: {
      handoff: "Handoff",
      n: "Handoffs",
      wait: "Median wait",
      cost: "Wait in all",
      unresolved: "Not resolved",
      told: "Of",
    },
    within: (channel: string) => `within ${channel}`,
    open: (from: string, to: string, n: number) => `${from} to ${to}: open the ${handoffs(n)}`,
    noWait: "no reply",
    noWaitHelp: "No answer follows these handoffs, so there is no wait to measure.",
    few: "too few",
    fewHelp: "Too few of these journeys told how they ended.",
    share: (share: number, low: number, high: number) => `${percent(share)} (${percent(low)} – ${percent(high)})`,
    of: (told: number) => number(told),
    rest: (below: number, thin: number, pairs: number, total: number) =>
      [
        `${handoffs(total)} in all`,
        below > 0 ? `${number(below)} in pairs that rank lower` : "",
        thin > 0
          ? `${number(thin)} in ${plural(pairs, { one: "pair", other: "pairs" })} with fewer than 30 each, too few to rank`
          : "",
      ]
        .filter(Boolean)
        .join(" · "),
    all: "All handoffs",
    none: { title: "No handoff to rank", body: "No pair of channels has 30 handoffs or more in this selection." },
    inAll: duration,
  },
  journeys: {
    title: "Busiest journeys",
    lead: "The paths through channels that most journeys take.",
    column: {
      path: "Path",
      n: "Journeys",
      share: "Share",
      resolved: "Resolved, of those that ended",
      duration: "Median duration",
    },
    resolvedHelp: "Of the journeys that told how they ended; the others are left out of this share.",
    other: (variants: number) => `${plural(variants, { one: "other path", other: "other paths" })}`,
    noService: "no service step",
    path: (titles: readonly string[]) => titles.join(" → "),
    resolved: (resolved: number, told: number) => percent(resolved / told),
    of: (told: number) => `of ${number(told)}`,
    few: (told: number) => (told === 0 ? "none told yet" : `withheld: ${number(told)} told`),
    fewHelp: (from: number) => `A share is shown from ${number(from)} journeys on that told how they ended.`,
    open: (path: string, n: number) => `${path}: open the ${journeys(n)}`,
    all: "All paths",
  },
  issues: {
    title: "What they are about",
    lead: "Issues by journeys.",
    column: { issue: "Issue", n: "Journeys", share: "Share" },
    unnamed: "Not named",
    other: (issues: number) => plural(issues, { one: "other issue", other: "other issues" }),
  },
  health: {
    title: "Data health",
    lead: "Every row received is stored, a duplicate, in quarantine or refused.",
    column: {
      source: "Source",
      received: "Received",
      stored: "Stored",
      duplicate: "Duplicate",
      quarantined: "Quarantined",
      refused: "Refused",
      interactions: "Interactions",
      newest: "Newest",
    },
    balanced: "Adds up",
    unbalanced: "Doesn't add up",
    total: "All sources",
    noMoment: "no interactions",
    current: "Everything stored is in these numbers.",
    stale: "Some of what is stored isn't in these numbers yet: build anew.",
    unfinished: (n: number) => `${plural(n, { one: "file", other: "files" })} not imported whole`,
    refusedFiles: (n: number) => `${plural(n, { one: "file", other: "files" })} refused as a whole`,
    quarantine: (n: number) => `${plural(n, { one: "row", other: "rows" })} in quarantine`,
    toData: "Sources and quarantine",
    none: { title: "No sources yet", body: "Nothing was imported so far." },
  },
} as const;
