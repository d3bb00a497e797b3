/** What the customers screen says. */
import { number, percent, plural } from "./format";

const NAMESPACES: Readonly<Record<string, string>> = {
  email: "E-mail",
  phone: "Phone",
  account: "Account",
  device: "Device",
  handle: "Handle",
};

export const customers = {
  lead: "Everything one customer did and was told, across all channels. Find them by whatever you have at hand.",
  one: "Customer",
  search: "Find a customer",
  searchPlaceholder: "E-mail, phone, order, case or account number, id",
  searchHelp: "At least three characters; the beginning is enough. What you look for isn't written into the address.",
  looking: "Looking…",
  short: "Three characters or more, please.",
  found: (n: number, more: boolean) =>
    more
      ? `The first ${number(n)} customers. There are more: write more of it.`
      : plural(n, { one: "customer found", other: "customers found" }),
  nobody: {
    title: "Nobody found",
    body: "Try the whole e-mail, a phone number in any spelling, an order or case number, or the beginning of an account number.",
  },
  recent: "Seen last",
  recentLead: (n: number) => `${plural(n, { one: "customer", other: "customers" })} with journeys in the selection`,
  noneAtAll: { title: "No customers in this selection", body: "Widen the period or remove a filter." },
  columns: {
    customer: "Customer",
    matched: "Found by",
    identifiers: "Identifiers",
    journeys: "Journeys",
    steps: "Steps",
    lastSeen: "Last seen",
  },
  by: { identifier: "", customer: "Customer id", case: "Case", number: "Number in a source" } as Readonly<
    Record<string, string>
  >,
  download: "customers",
  namespace: (namespace: string) => NAMESPACES[namespace] ?? namespace,
  unknown: "Somebody unknown",
  recordsOnly: "only in records",
  back: "All customers",
  copyId: "Copy the id",
  copied: "Copied.",
  unusual: {
    title: "Unusually many identifiers: this may be several people",
    body: (n: number, usual: number) =>
      `${number(n)} identifiers are joined here; up to ${number(usual)} are usual. A shared device, phone or mailbox may have joined strangers. Read this timeline with care.`,
  },
  facts: {
    journeys: "Journeys",
    steps: "Steps",
    contacts: "Contacts",
    handoffs: "Handoffs",
    seen: "Seen",
    channels: "Channels",
    endings: "How they ended",
  },
  share: (title: string, n: number, whole: number) => `${title} ${number(n)} (${percent(n / whole)})`,
  overview: {
    title: "Journeys",
    lead: "One row for each journey, side by side in time. Pick one to read only that.",
    axis: "Time",
    all: "Show all journeys",
    lane: (period: string, ending: string, channels: string) => `, ${period}, ${ending}. Channels: ${channels}`,
    number: (no: number) => `${number(no)}`,
    steps: (n: number) => plural(n, { one: "step", other: "steps" }),
    legend: "Channels, with their steps",
    others: "Other channels",
    none: { title: "No journeys", body: "This customer stands in contact records only: nothing has happened yet." },
  },
  timeline: {
    title: "Timeline",
    lead: "All journeys in one line of time. The number before a step says which journey it belongs to.",
    one: (no: string) => `Only ${no}`,
    order: "Order",
    oldest: "Oldest first",
    newest: "Newest first",
    journey: (no: number, issue: string) => (issue ? `${number(no)} · ${issue}` : number(no)),
    openJourney: ": read only this journey",
  },
  knownBy: {
    title: "Known by",
    lead: (n: number) => plural(n, { one: "identifier", other: "identifiers" }),
    none: "No identifier: these interactions name nobody, a case or conversation holds them together.",
    kind: "Kind",
    value: "Identifier",
    since: "First seen",
    download: "identifiers",
  },
  links: {
    title: "Why one person",
    lead: (n: number) => plural(n, { one: "link between identifiers", other: "links between identifiers" }),
    none: "Nothing was linked: there is one identifier at most.",
    and: "and",
    rule: (rule: string) => RULES[rule] ?? rule.replaceAll("_", " "),
    evidence: "Open the step",
    record: (record: string) => `Contact record (${record})`,
    decided: (author: string) => `Decided by ${author}`,
    apart: "Not one person",
    confidence: (ratio: number) => `Confidence ${percent(ratio)}`,
    exact: "Exact",
  },
  pager: {
    shown: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
    next: "Next",
    previous: "Previous",
  },
} as const;

const RULES: Readonly<Record<string, string>> = {
  same_interaction: "Given together in one interaction",
  same_record: "Stand in one contact record",
  person: "A person said so",
};
