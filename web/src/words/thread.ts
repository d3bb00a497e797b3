/** What a thread (the steps of a journey, one below the other) says. */
import { amountWords } from "./amounts";
import { duration, money, number, percent, plural } from "./format";

const PARTIES: Readonly<Record<string, string>> = {
  customer: "Customer",
  bot: "Bot",
  agent: "Agent",
  system: "System",
};

/** "Agent · Mia (Billing)": the party, who of it, and the team, as far as they are known. */
function who(party: string, name: string, team: string): string {
  const said = PARTIES[party] ?? party;
  // A customer's call names the agent who took it.
  return party === "customer" ? said : named(name ? `${said} · ${name}` : said, team);
}

/** "83 % likely"; what is all but sure isn't called certain. */
const likely = (probability: number): string =>
  probability > 0.99 && probability < 1 ? `over ${percent(0.99, 0)} likely` : `${percent(probability, 0)} likely`;

const named = (name: string, team: string): string => (team ? `${name} (${team})` : name);

export const thread = {
  label: "What happened, step by step",
  party: (party: string) => PARTIES[party] ?? party,
  who,
  /** Who of the organisation took what the customer came with. */
  takenBy: (name: string, team: string) => `with ${name ? named(name, team) : team}`,
  taker: (party: string, team: string) =>
    party === "" ? "" : team ? `${PARTIES[party] ?? party} (${team})` : (PARTIES[party] ?? party),
  quiet: (seconds: number) => `${duration(seconds)} without a step`,
  later: (seconds: number) => `${duration(seconds)} later`,
  handoff: "Handoff",
  from: "from",
  to: "to",
  waited: (seconds: number) => `waited ${duration(seconds)}`,
  nobody: "no answer on record",
  sameChannel: (channel: string) => `on ${channel}`,
  rated: (value: number) => `Rated ${number(value)}`,
  worth: (value: number) => money(value),
  internal: "internal",
  contact: "New contact",
  contactHelp: "The customer turns to the organisation anew here.",
  outcomes: { resolved: "Resolved", reopened: "Reopened", abandoned: "Given up", closed: "Closed" } as Readonly<
    Record<string, string>
  >,
  stage: (title: string) => `Stage: ${title}`,
  took: (seconds: number) => `took ${duration(seconds)}`,
  quoted: "Show what was quoted",
  hideQuoted: "Hide what was quoted",
  more: (lines: number) => `Show all (${plural(lines, { one: "line", other: "lines" })})`,
  less: "Show less",
  cut: "The text goes on; the rest stays in the source.",
  details: "Details",
  facts: {
    source: "Source",
    sourceId: "Id in the source",
    conversation: "Conversation",
    case: "Case",
    interaction: "Interaction",
    identifiers: "Identifiers",
    stage: "Stage",
    joined: "In this journey because",
  },
  joined: (by: string, probability: number | null) =>
    probability === null || probability === 1 ? by : `${by}, ${likely(probability)}`,
  findings: "Pain points at this step",
  finding: (title: string, amount: number | null, unit: string | null, since: number | null, position: number) =>
    [
      title,
      amount === null ? "" : amountWords(amount, unit),
      since === null || since === position ? "" : `began at step ${number(since + 1)}`,
    ]
      .filter(Boolean)
      .join(" · "),
  marked: (titles: readonly string[]) => titles.join(", "),
  readBy: (model: string) => `read by the language model ${model}`,
  painPoints: (n: number) => plural(n, { one: "pain point", other: "pain points" }),
  earlier: (n: number, of: number) => `Show ${number(n)} earlier (${number(of)} before)`,
  further: (n: number, of: number) => `Show ${number(n)} more (${number(of)} to come)`,
  shown: (from: number, to: number, total: number) => `Steps ${number(from)} to ${number(to)} of ${number(total)}`,
  steps: (n: number) => plural(n, { one: "step", other: "steps" }),
  contacts: (n: number) => plural(n, { one: "contact", other: "contacts" }),
  handoffs: (n: number) => plural(n, { one: "handoff", other: "handoffs" }),
  case: (number: string) => `Case ${number}`,
  lasted: (seconds: number) => (seconds === 0 ? "one moment" : `over ${duration(seconds)}`),
  censored: "may go on: the data end before we could know",
  why: (reason: string, confidence: string) => `One journey because: ${reason} (${confidence})`,
  customer: "The customer",
  unidentified: "Customer not known by any identifier",
  journey: (issue: string) => `Journey: ${issue || "issue not named"}`,
} as const;
