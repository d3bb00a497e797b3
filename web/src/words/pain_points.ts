/** What the pain points screen says. */
import { amountWords } from "./amounts";
import { dayRange, number, percent, plural } from "./format";

const journeysOf = (n: number) => plural(n, { one: "journey", other: "journeys" });
/** A share that isn't nought is never written as nought. */
const share = (value: number) => (value > 0 && value < 0.0005 ? `under ${percent(0.001, 1)}` : percent(value, 1));
const found = (n: number) => plural(n, { one: "finding", other: "findings" });

export const painPoints = {
  title: "Pain points",
  lead: "What goes wrong for customers, how often, and what to decide about it. The heaviest stand first.",
  found,
  hurt: (hurt: number, of: number) => `${number(hurt)} of ${journeysOf(of)} with a pain point`,
  hurtNone: "Journeys with a pain point",
  unread: {
    title: (n: number) => `${plural(n, { one: "pain point isn't", other: "pain points aren't" })} looked for`,
    body: "They show in what was said, and texts aren't read here. Set facts = true under [texts] in clew.toml, then build.",
  },
  older: {
    title: "Pain points haven't been looked for yet",
    body: "An older Clew made these tables. Build them anew, and they are looked for.",
    action: "To the jobs",
  },
  table: {
    title: "Pain points, ranked",
    lead: "Ranked by weight: findings times severity.",
    name: "Pain point",
    found: "Found",
    foundHelp: "How often it shows; a journey can hold several",
    journeys: "Journeys",
    journeysHelp: "On how many journeys it shows at least once",
    share: "Share of journeys",
    shareHelp:
      "Of the journeys looked at, with its 95 % interval; a customer with several journeys counts as one voice",
    severity: "Severity",
    severityHelp: "How bad one is, from 0 to 1",
    weight: "Weight",
    weightHelp: "Findings times severity",
    change: "Change",
    changeHelp: "Share of journeys, in their first days, against the period before",
    decision: "What to decide",
    open: (title: string) => `Look closely at ${title}`,
    openJourneys: (title: string, n: number) => `${title}: open ${journeysOf(n)}`,
    of: (n: number) => `of ${number(n)}`,
    shareOf: share,
    interval: (low: number, high: number) => `${percent(low, 1)} – ${percent(high, 1)}`,
    withinChance: "within chance",
    changeCounts: (now: number | null, before: number | null, n: number, nBefore: number) =>
      `${percent(now, 1)} of ${journeysOf(n)} now, ${percent(before, 1)} of ${number(nBefore)} before`,
    noChange: "too few journeys in one of the periods",
  },
  periods: (now: [string, string], before: [string, string], days: number) =>
    `Change: share of journeys with a finding in their first ${plural(days, { one: "day", other: "days" })}, begun ${dayRange(...now)}, against ${dayRange(...before)}. Younger journeys are left out; pale: within chance.`,
  noPeriod: "No change is shown: the data don't reach back to a period of equal length before this one.",
  noJourneys: {
    title: "No journeys in this selection",
    body: "Pain points are looked for on journeys. Widen the period or take away a filter.",
  },
  detail: {
    loading: "Pain point",
    open: (n: number, journeys: number) => `Open ${found(n)} in ${journeysOf(journeys)}`,
    asList: "Open as a list",
    rule: "Rule",
    decision: "What to decide",
    thresholds: "Thresholds",
    threshold: (name: string, value: number, unit: string) => `${name.replaceAll("_", " ")}: ${number(value)} ${unit}`,
    trigger: "What it does to people",
    signal: "Signal in the data",
    source: "Source",
    severity: "Severity",
    severityOf: (value: number) => `${number(value, 2)} of 1`,
    amount: "Median",
    share: "Share of journeys",
    foundName: "Found",
    inJourneys: (n: number) => `in ${journeysOf(n)}`,
    n: (n: number) => `n = ${number(n)}`,
    channels: {
      title: "Where it shows",
      description: (n: number) => `${found(n)}, by the channel of the step. Pick one to see its findings only.`,
      column: "Channel",
      n: "Findings",
      share: "Share",
    },
  },
  findings: {
    title: "Evidence",
    label: "Findings, the latest first",
    on: (channel: string) => `on ${channel}`,
    everywhere: "All channels",
    unknown: "Customer not known by any identifier",
    step: (position: number) => `step ${number(position + 1)}`,
    since: (position: number, when: string) => `began at step ${number(position + 1)}, ${when}`,
    amount: amountWords,
    open: (step: number) => `Open the conversation at step ${number(step + 1)}`,
    none: "No findings in this selection.",
    shown: (from: number, to: number, of: number) => `${number(from)} to ${number(to)} of ${number(of)}`,
    previous: "Later ones",
    next: "Earlier ones",
  },
} as const;
