/** What the drawer behind a number says, and the list of journeys inside it. */
import { number, plural } from "./format";

/** What numbers count comes from the server, in the plural ("handoffs", "steps"); one of it has no s. */
const one = (counted: string): string => counted.replace(/s$/, "");

export const behind = {
  journeys: (n: number) => plural(n, { one: "journey", other: "journeys" }),
  things: (counted: string, n: number) => plural(n, { one: one(counted), other: counted }),
  inJourneys: (things: string, journeys: string) => `${things} in ${journeys}`,
  loading: "Behind this number",
  list: "Journeys behind this number",
  all: "Journeys",
  asList: "Open as a list",
  copyLink: "Copy link",
  copied: "Link copied. Whoever opens it sees the same journeys.",
  copyFailed: "The browser didn't allow copying. The address bar holds the same link.",
  back: "Back to the list",
  none: {
    title: "No journeys here",
    body: "Nothing in the current selection is counted by this number. Widen the period or take away a filter.",
  },
  sort: {
    label: "Sort by",
    "-started": "Latest first",
    started: "Earliest first",
    "-duration": "Longest first",
    duration: "Shortest first",
    "-steps": "Most steps",
    "-contacts": "Most contacts",
    "-handoffs": "Most handoffs",
    "-times": "Most occurrences",
  },
  column: {
    journey: "Journey",
    began: "Began",
    duration: "Duration",
    steps: "Steps",
    contacts: "Contacts",
    handoffs: "Handoffs",
    outcome: "Ending",
    times: "Times",
  },
  noService: "no service step",
  more: (n: number) => `+${number(n)}`,
  path: (titles: readonly string[], leftOut: number) =>
    leftOut > 0 ? `${titles.join(" → ")} → ${number(leftOut)} more` : titles.join(" → "),
} as const;
