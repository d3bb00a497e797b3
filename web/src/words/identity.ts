/** What is said about who is who: links, what people decided, splitting, exporting and erasing a customer. */
import { number, percent, plural } from "./format";

const FATES: Readonly<Record<string, string>> = {
  joins: "Joins them",
  over_limit: "Left out",
  kept_apart: "Left out",
  shared: "Doesn't count",
  retracted: "Taken back",
  different: "Different people",
};

const RULES: Readonly<Record<string, string>> = {
  same_interaction: "Given together in one interaction",
  same_record: "Stand in one contact record",
  likeness: "Name, birth date or address are alike",
  person: "A person said so",
};

const VERDICTS: Readonly<Record<string, string>> = {
  same: "One person",
  different: "Different people",
  retracted: "The link doesn't count",
  withdrawn: "Withdrawn: the rules decide again",
};

const identifiers = (n: number) => plural(n, { one: "identifier", other: "identifiers" });
const interactions = (n: number) => plural(n, { one: "interaction", other: "interactions" });
const links = (n: number) => plural(n, { one: "link", other: "links" });

export const identity = {
  tabs: { label: "Parts of this customer", story: "Journeys", identity: "Identity", profile: "Profile" },
  moved: "The address was that of a customer who is part of this one now.",
  graph: {
    title: "How the identifiers hang together",
    lead: (n: number, others: number, of: number) =>
      `${identifiers(n)}${others > 0 ? ` (and ${number(others)} of nobody or of others)` : ""}, ${links(of)}. Pick a link to see why it counts or not.`,
    drawing: "Drawing of the links",
    others: "Not this customer's",
    leftOut: (nodes: number, edges: number) =>
      `Not shown, as there is too much: ${identifiers(nodes)}, ${links(edges)}. What is linked most often is shown.`,
    none: "No identifier: these interactions name nobody, a case or conversation holds them together.",
    alone: "Nothing was linked: there is one identifier only.",
    legend: "A full line joins two identifiers; a dashed one doesn't count.",
  },
  list: {
    title: "Links",
    pair: "Identifiers",
    why: "Why",
    since: "Since",
    times: "Times",
    fate: "Counts?",
    open: "why one person?",
    download: "identity-links",
  },
  fate: (fate: string) => FATES[fate] ?? fate.replaceAll("_", " "),
  rule: (rule: string) => RULES[rule] ?? rule.replaceAll("_", " "),
  verdict: (verdict: string) => VERDICTS[verdict] ?? verdict,
  why: {
    title: "Why one person?",
    notTitle: "Why not one person?",
    shared: "belongs to nobody",
    another: "another customer",
    openOther: "Open that customer",
    said: "What says so",
    evidence: "Open the step",
    record: (record: string) => `Contact record (${record})`,
    exact: "Exact",
    confidence: (ratio: number) => `Confidence ${percent(ratio)}`,
    times: (n: number) => plural(n, { one: "time", other: "times" }),
    since: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    by: (author: string) => `Said by ${author}`,
    basis: (basis: string) => `Ground: ${basis}`,
    retract: "This link doesn't count",
    different: "They are different people",
    same: "They are one person",
    withdraw: "Withdraw what was said",
    standing: (verdict: string) => `${VERDICTS[verdict] ?? verdict}.`,
  },
  split: {
    open: "Split…",
    title: "Split this customer",
    lead: "Choose the identifiers that belong to somebody else. No link between them and the others will count any more.",
    choose: "These belong to somebody else",
    chosen: (n: number, of: number) => `${number(n)} of ${identifiers(of)} chosen`,
    next: "Show what changes",
    all: "Leave at least one: these are all that the customer has.",
  },
  change: {
    what: "What changes",
    working: "Working out what changes…",
    nothing: "Nothing would change: other links still say the same.",
    customers: (n: number) =>
      n > 0
        ? `${plural(n, { one: "customer", other: "customers" })} more`
        : n < 0
          ? `${plural(-n, { one: "customer", other: "customers" })} less`
          : "As many customers as now",
    concerned: (ids: number, of: number, journeys: number) =>
      `Concerned: ${identifiers(ids)}, ${interactions(of)}; ${plural(journeys, { one: "journey is", other: "journeys are" })} worked out anew.`,
    before: "Now",
    after: "Then",
    group: (n: number) => `Customer ${number(n)}`,
    holds: (n: number) => interactions(n),
    more: (n: number) => `and ${number(n)} more`,
    moreGroups: (n: number) => `${plural(n, { one: "more group changes", other: "more groups change" })}.`,
    reason: "Why?",
    reasonHelp: "It is kept with your name and the time. Name nobody in it.",
    keep: "Leave it as it is",
    confirm: "Do it",
    written: (n: number) =>
      `${plural(n, { one: "word was", other: "words were" })} written down. The journeys are being joined anew.`,
    meanwhile: "The tables were built anew meanwhile. Look at what changes once more.",
    again: "Look again",
  },
  acts: {
    title: "What people said",
    lead: "It counts for more than any rule, and can be withdrawn.",
    none: "Nobody said anything about these identifiers.",
    notYet: "Not in the numbers yet",
    withdrawn: "Withdrawn",
    withdraw: "Withdraw",
    withdrawTitle: "Withdraw what was said?",
    and: "and",
    more: (n: number) => `and ${plural(n, { one: "more pair", other: "more pairs" })}`,
    by: (author: string) => `Said by ${author}`,
  },
  person: {
    menu: "What a customer may ask for",
    export: "Hand out everything",
    exportHelp: "A zip file with all that is kept of them",
    exported: "The file holds personal data: keep it safe.",
    exportFailed: "It couldn't be handed out",
    file: "customer.zip",
    erase: "Erase…",
    eraseHelp: "For good, from every file",
  },
  erase: {
    title: "Erase this customer?",
    lead: "This can't be undone. Their rows are refused when the same files are imported again.",
    counts: {
      identifiers: "Identifiers",
      interactions: "Interactions",
      records: "Records",
      naming_others: "Of these rows, naming somebody else, too",
      shared_left: "Shared identifiers that stay",
    },
    reason: "Why?",
    reasonHelp: "It is kept, so name nobody: a ticket number, say.",
    word: "erase",
    confirm: (word: string) => `Type “${word}” to confirm`,
    keep: "Keep them",
    act: "Erase for good",
    working: "Erasing",
    failed: "Nothing was erased",
    done: "Erased",
    gone: (ids: number, of: number, records: number, quarantined: number, decisions: number) =>
      `Gone: ${identifiers(ids)}, ${interactions(of)}, ${plural(records, { one: "record", other: "records" })}, ${plural(quarantined, { one: "quarantined row", other: "quarantined rows" })}, ${plural(decisions, { one: "decision", other: "decisions" })}.`,
    before: "This customer was erased before; nothing is left of them.",
    remains: "Not erased, as Clew may not touch it:",
    beyond: "Out of Clew's reach: the files you imported, what you exported, and backups. Remove them yourself.",
    leave: "To all customers",
  },
} as const;
