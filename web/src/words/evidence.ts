/** What the lists of single handoffs say: when, what was known, what was asked again in which words. */
import { moment, number, plural } from "./format";

export const evidence = {
  list: "Handoffs one by one",
  shown: (from: number, to: number, total: number) =>
    `${number(from)} to ${number(to)} of ${number(total)}, latest first`,
  all: (total: number) => `${plural(total, { one: "handoff", other: "handoffs" })}, latest first`,
  previous: "Earlier page",
  next: "Next page",
  none: { title: "None in this selection", body: "Nothing to show here. Widen the period or take away a filter." },
  way: (from: string, to: string) => `${from} → ${to}`,
  handed: (at: string) => moment(at),
  waited: (length: string) => `waited ${length}`,
  notAnswered: "not answered",
  told: "customer told",
  notTold: "customer not told",
  promised: "promise given",
  back: "came back",
  known: (facts: readonly string[]) =>
    facts.length > 0 ? `Known before: ${facts.join(", ")}` : "Nothing known before",
  unread: "Texts aren't read, so what was known isn't told",
  broken: "Broken",
  thread: "Open in the thread",
  threadOf: (what: string, at: string) => `Open in the thread: ${what}, ${moment(at)}`,
  askedAgain: "Asked again",
  asked: (title: string, channel: string, at: string) => `Asked again for the ${title} · ${channel} · ${moment(at)}`,
  readBy: (model: string) => `read by the language model ${model}`,
  given: (channel: string, at: string) => `Given before · ${channel} · ${moment(at)}`,
  notGiven: "Where it had been given isn't told by a text.",
  cut: "…",
} as const;
