/** What the handoffs screen says. */
import { date, dayRange, duration, number, percent, plural } from "./format";

const handoffsOf = (n: number) => plural(n, { one: "handoff", other: "handoffs" });

export const handoffs = {
  title: "Handoffs",
  lead: "Where the thread changes hands: from whom to whom, how long until the next party acts, and how it ends.",
  by: { label: "Hand over between", channel: "Channels", party: "Parties", team: "Teams" },
  heat: {
    label: "Shade by",
    n: "Number",
    wait: "Median wait",
    unresolved: "Ended unresolved",
    none: "too few to tell",
    less: "less",
    more: "more",
    thin: "hatched: fewer than 30, read with care",
  },
  sort: { label: "Order", n: "Most handoffs", wait: "Longest wait", unresolved: "Most unresolved", name: "By name" },
  matrix: {
    title: "From row to column",
    description: (n: string, journeys: string, thin: number) =>
      thin > 0
        ? `${n} in ${journeys}. ${plural(thin, { one: "pair has", other: "pairs have" })} fewer than 30.`
        : `${n} in ${journeys}.`,
    label: "Handoffs from row to column",
    from: "From",
    to: "To",
    thin: "Thin: fewer than 30 handoffs",
  },
  count: handoffsOf,
  inJourneys: (n: number) => plural(n, { one: "journey", other: "journeys" }),
  table: {
    title: "Ranked",
    lead: "The same handoffs, one pair a line.",
    pair: "From → to",
    from: "From",
    to: "To",
    n: "n",
    share: "Share",
    wait: "Median wait",
    waitHelp: "Until the next party first acts, of those answered",
    p90: "9 of 10 within",
    p90Help: "Nine of ten answered handoffs waited no longer (90th percentile)",
    unanswered: "Not answered",
    endings: "Endings",
    endingsHelp: "Resolved, ended without a solution, not told; of these handoffs' journeys",
    unresolved: "Unresolved",
    unresolvedHelp: "Of the handoffs whose journey tells how it ended",
    change: "Change",
    changeHelp: "Handoffs per journey, in journeys' first days, against the period before",
    journeys: "Journeys",
    total: "All handoffs",
    answeredOf: (n: number) => `of ${number(n)}`,
    toldOf: (n: number) => `of ${number(n)} told`,
    open: (pair: string) => `Look closely at ${pair}`,
    perHundred: (value: number) => number(value * 100, 1),
    counts: (now: number, before: number) => `${handoffsOf(now)} now, ${number(before)} before`,
    noneBefore: "new",
    withinChance: "within chance",
  },
  periods: (now: [string, string], before: [string, string], days: number) =>
    `Change: handoffs per journey in the first ${plural(days, { one: "day", other: "days" })} of journeys begun ${dayRange(...now)}, against ${dayRange(...before)}. Younger journeys are left out; pale: within chance.`,
  noPeriod: "No change is shown: the data don't reach back to a period of equal length before this one.",
  notAnswered:
    "Not answered: the data hold no step of the next party. A call counts as the customer's own step, so handoffs to the phone stand here even where somebody took the call.",
  notMeasured: "Not measured yet: whether what the customer had already said was carried along at a handoff.",
  sameChannel: (channel: string) => `${channel}: to another party`,
  within: (name: string) => `${name}: from one to another`,
  pair: (from: string, to: string) => `${from} → ${to}`,
  endings: { resolved: "Resolved", unresolved: "Ended without a solution", untold: "Not told" },
  ending: (what: string, n: number, share: number) => `${what}: ${number(n)} (${percent(share)})`,
  empty: {
    title: "No handoffs in this selection",
    body: "A handoff is where a journey moves to another channel, another party, or both. Widen the period or take away a filter; or the journeys here each stay with one channel and one party.",
  },
  noTeams: {
    title: "No teams are named",
    body: "None of these handoffs says which team handed over or took over. Where an export has a column with the team, name it in the source's mapping, then build anew.",
    action: "To the mappings",
  },
  detail: {
    loading: "Handoff",
    open: (n: number, journeys: number) =>
      `Open ${plural(n, { one: "handoff", other: "handoffs" })} in ${plural(journeys, { one: "journey", other: "journeys" })}`,
    asList: "Open as a list",
    wait: "Median wait",
    p90: "9 of 10 within",
    unanswered: "Not answered",
    unresolved: "Ended without a solution",
    answered: (n: number) => `n = ${number(n)} answered`,
    told: (n: number) => `n = ${number(n)} told`,
    ofAll: (share: number) => `${percent(share)} of these handoffs`,
    interval: (low: number, high: number) => `${percent(low)} to ${percent(high)}`,
    withheld: (n: number) => `withheld: only ${number(n)}, fewer than 5`,
    thin: "fewer than 30",
    waits: {
      title: "How long the next party took",
      description: (n: number) => `All ${handoffsOf(n)}, by the time until the next party first acted.`,
      column: "Waited",
      never: "Never answered",
      from: (low: number, high: number | null) =>
        high === null
          ? `${duration(low)} or longer`
          : low === 0
            ? `under ${duration(high)}`
            : `${duration(low)} – ${duration(high)}`,
    },
    trend: {
      title: { day: "Day by day", week: "Week by week", month: "Month by month", year: "Year by year" },
      description:
        "Per 100 journeys, by when these began. Dashed: some of these journeys go on and may still add handoffs.",
      series: "Per 100 journeys",
      begins: "From",
      ends: "To",
      perHundred: "Per 100 journeys",
      began: "Journeys begun",
      stillOpen: "Still open",
    },
    stages: {
      title: "Between which stages",
      description: "The stage before the handoff and the one after it.",
      column: "Stages",
      pair: (before: string, after: string) => (before === after ? `within ${before}` : `${before} → ${after}`),
      other: "other stages",
    },
    n: "Handoffs",
    share: "Share",
    day: date,
  },
} as const;
