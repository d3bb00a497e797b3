/** What the handoffs screen says. */
import { date, dayRange, duration, number, percent, plural } from "./format";

const handoffsOf = (n: number) => plural(n, { one: "handoff", other: "handoffs" });

const UNREAD = "Not measured: texts aren't read. Set facts = true under [texts] in clew.toml, then build anew.";

interface Lost {
  known: number;
  lost: number;
  share: number | null;
  low: number | null;
  high: number | null;
  facts_known: number;
  facts_carried: number;
  carried_ratio: number | null;
  state: string;
}

interface Verdicts {
  under: number;
  kept: number;
  broken: number;
  unknown: number;
}

export const handoffs = {
  title: "Handoffs",
  lead: "Where the thread changes hands: from whom to whom, how long until the next party acts, and how it ends.",
  by: { label: "Hand over between", channel: "Channels", party: "Parties", team: "Teams" },
  heat: {
    label: "Shade by",
    n: "Number",
    wait: "Median wait",
    unresolved: "Ended unresolved",
    lost: "Context lost",
    carried: "Context carried",
    contracts: "Contracts broken",
    none: "too few to tell",
    less: "less",
    more: "more",
    thin: "hatched: fewer than 30, read with care",
  },
  sort: {
    label: "Order",
    n: "Most handoffs",
    wait: "Longest wait",
    unresolved: "Most unresolved",
    lost: "Most context lost",
    name: "By name",
  },
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
    lost: "Context lost",
    lostHelp: "Something known was asked for again, of the handoffs before which something was known",
    lostOf: "With something known",
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
  toContracts: "Contracts",
  shades: {
    of: (share: number, base: number) => `${percent(share, 0)} of ${number(base)}`,
    brokenOf: (broken: number, base: number) => `${number(broken)} of ${number(base)}`,
    withheld: "too few",
    lost: ({ lost, known, share, low, high, state }: Lost) =>
      state === "unread"
        ? UNREAD
        : known === 0
          ? "Nothing was known before these handoffs"
          : share === null
            ? `Context lost: withheld, only ${number(known)} with something known`
            : `Context lost: ${number(lost)} of ${number(known)} handoffs with something known, ${percent(share)} (${percent(low)} to ${percent(high)})`,
    carried: ({ facts_carried, facts_known, carried_ratio, state }: Lost) =>
      state === "unread"
        ? UNREAD
        : facts_known === 0
          ? "Nothing was known before these handoffs"
          : carried_ratio === null
            ? "Context carried: withheld, too few handoffs with something known"
            : `Context carried: ${number(facts_carried)} of ${number(facts_known)} known facts, ${percent(carried_ratio)}`,
    contracts: ({ under, kept, broken, unknown }: Verdicts) =>
      under === 0
        ? "Under no contract"
        : `Under a contract: ${number(under)}; ${number(kept)} kept, ${number(broken)} broken, ${number(unknown)} can't be told`,
    help: {
      lost: "Context lost: after the handoff something was asked for that the customer had given before. Second line: the share, of the handoffs before which something was known. A check of who somebody is doesn't count.",
      carried:
        "Context carried: what the customer had given and somebody used after the handoff without asking for it. Second line: the share of all facts known before. What nobody needed counts as not carried.",
      contracts: "Second line: handoffs that broke a contract, of those under one that can be told.",
    },
    all: "All handoffs.",
    noContracts: "There is no contract yet, so nothing can be kept or broken.",
    makeOne: "Make a contract",
  },
  unread: UNREAD,
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
    lost: {
      title: "What is lost",
      description: (known: number) =>
        known > 0
          ? `By kind of fact, over the ${plural(known, { one: "handoff", other: "handoffs" })} before which something was known.`
          : "Nothing was known before these handoffs.",
      share: "Context lost",
      shareOf: (lost: number, known: number, byModel: number) =>
        `${number(lost)} of ${number(known)} with something known${byModel > 0 ? `, ${number(byModel)} by the language model's reading alone` : ""}`,
      carried: "Context carried",
      carriedOf: (carried: number, known: number) => `${number(carried)} of ${number(known)} known facts`,
      told: "Customer told",
      toldOf: (n: number, read: number) =>
        `${number(n)} of ${number(read)}: that somebody takes over, or where to turn`,
      promised: "Promise given",
      promisedOf: (n: number, read: number) => `${number(n)} of ${number(read)}, since the handoff before`,
      back: "Came back",
      backOf: (n: number, of: number) => `${number(n)} of ${number(of)} turned to us again on the same issue`,
      fact: "Fact",
      asked: "Asked again",
      askedOf: (n: number, known: number) => `${number(n)} of ${number(known)}`,
      carriedN: "Carried",
      verified: "Verified",
      verifiedHelp: "Asked for to check who it is; not counted as asked again",
      known: "Known",
      open: (title: string) => `Handoffs after which the ${title} was asked again`,
    },
    asked: {
      title: "Asked again, word by word",
      lead: "The latest first; each leads to the customer's thread.",
      ofFact: (title: string) => `Only the ${title}.`,
      all: "Show all",
    },
    contracts: {
      title: "Contracts",
      none: "None of these handoffs falls under a contract.",
      edit: "To the contracts",
      kept: "Kept",
      keptOf: (kept: number, told: number) => `${number(kept)} of ${number(told)}`,
      broken: "Broken",
      unknown: "Can't be told",
      name: "Contract",
      n: "Handoffs",
    },
    n: "Handoffs",
    share: "Share",
    day: date,
  },
} as const;
