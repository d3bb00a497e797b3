/** What is said about a customer's traits and consents. */
import { plural } from "./format";

const POLICIES: Readonly<Record<string, string>> = {
  latest: "The latest telling stands",
  "most often": "What is told most often stands",
};

const sources = (n: number) => plural(n, { one: "source", other: "sources" });

export const profile = {
  tab: "Profile",
  title: "Profile",
  lead: "What sources tell about the customer; where they differ, a policy decides.",
  none: "No source tells anything about this customer beside the identifiers.",
  from: "Told by",
  tellings: (n: number) => plural(n, { one: "telling", other: "tellings" }),
  sensitive: "Sensitive",
  conflict: "Contradicted",
  otherwise: (n: number, told: number) =>
    n > 0
      ? `${sources(n)} ${n === 1 ? "says" : "say"} otherwise`
      : plural(told, { one: "other spelling or value", other: "other spellings or values" }),
  others: (title: string) => `Who tells what: ${title}`,
  stands: "Stands",
  policy: "Why this one",
  policyOf: (policy: string) =>
    policy.startsWith("source:")
      ? `The best believed source stands: ${policy.slice("source:".length).replaceAll(",", ", then ")}`
      : (POLICIES[policy] ?? policy),
  policyWhere: "Set under [identity.traits] in clew.toml.",
  contradicts: "Contradicts it",
  agrees: "Doesn't contradict it",
  evidence: "Open the step",
  consents: {
    title: "Consents",
    lead: "What the customer agreed to, for each purpose. The strictest statement wins.",
    standing: { granted: "Granted", denied: "Denied", unknown: "Unknown" },
    unknownHelp: "Nobody said anything that still stands: that is consent to nothing.",
    through: (purpose: string) => `through “${purpose}”`,
    by: (who: string) => `said by ${who}`,
    source: (source: string) => `source ${source}`,
    notYet: "Not in the tables yet",
    statements: (n: number) => plural(n, { one: "statement", other: "statements" }),
    show: (title: string) => `: what was stated about ${title}`,
    all: (title: string) => `Statements: ${title}`,
    over: "Refusal over or taken back",
    write: "Write down…",
    writeFor: (title: string) => `: ${title}`,
  },
  write: {
    title: "Write down what the customer said",
    purpose: "Purpose",
    word: "The customer said",
    words: { granted: "Yes: granted", denied: "No: denied", withdrawn: "Take back what was written down" },
    identifier: "About",
    byDefault: "The customer's first identifier",
    reason: "What proves it?",
    reasonHelp: "It is kept with your name and the time. Name nobody in it: a ticket number, say.",
    keep: "Leave it as it is",
    act: "Write it down",
    done: "Written down.",
  },
} as const;
