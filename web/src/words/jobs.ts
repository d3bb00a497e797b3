/** What is said of long work, wherever it is shown. */
import { duration, number, plural } from "./format";

export const jobs = {
  kinds: {
    build: "Join interactions into journeys",
    import: "Import files",
    look: "Look into files",
    retry: "Try quarantined rows again",
    simulate: "Make up a company",
    start_over: "Start over",
    take_back: "Take a source back",
    erase: "Erase a customer",
    match: "Find people by likeness",
  } as Readonly<Record<string, string>>,
  states: {
    waiting: "Waiting",
    running: "Running",
    done: "Done",
    failed: "Failed",
    cancelled: "Cancelled",
  } as Readonly<Record<string, string>>,
  stages: {
    "": "Beginning",
    another_writer: "Waiting for another Clew that writes into this workspace; it goes on by itself",
    making: "Making up customers and what they did",
    looking: "Looking through the files",
    reading: "Reading rows",
    retrying: "Trying rows again",
    removing: "Taking back",
    joining: "Joining interactions into journeys",
    opening: "Opening the numbers",
  } as Readonly<Record<string, string>>,
  shortStages: {
    making: "Make up",
    looking: "Look",
    reading: "Read",
    retrying: "Try again",
    removing: "Take back",
    joining: "Join",
    opening: "Open",
  } as Readonly<Record<string, string>>,
  stagesLabel: "Stages of this work",
  units: {
    rows: (n: number) => plural(n, { one: "row", other: "rows" }),
    bytes: (n: number) => (n >= 1e6 ? `${number(n / 1e6, n >= 1e8 ? 0 : 1)} MB` : `${number(n / 1e3, 0)} kB`),
    files: (n: number) => plural(n, { one: "file", other: "files" }),
    parts: (n: number) => plural(n, { one: "part", other: "parts" }),
    customers: (n: number) => plural(n, { one: "customer", other: "customers" }),
  } as Readonly<Record<string, (n: number) => string>>,
  of: (done: string, total: string) => `${done} of about ${total}`,
  rate: (perSecond: number) => `${number(perSecond, 0)} rows a second`,
  left: (seconds: number) => `about ${duration(seconds)} left`,
  took: (seconds: number) => `took ${duration(seconds)}`,
  files: "Files",
  fileWaits: "waits",
  another: (attempt: number) => `${number(attempt)}. attempt: it was interrupted and goes on from where it stood`,
  cancel: "Cancel",
  cancelled: "Cancelled. What was committed before stays.",
  bytes: (n: number) =>
    n >= 1e9
      ? `${number(n / 1e9, 1)} GB`
      : n >= 1e6
        ? `${number(n / 1e6, 1)} MB`
        : `${number(Math.ceil(n / 1e3), 0)} kB`,
  ledger: {
    label: "What became of the rows",
    received: "received",
    stored: "stored",
    duplicate: "duplicate",
    quarantined: "in quarantine",
    refused: "refused",
    receivedHelp: "Rows in the files",
    storedHelp: "New rows: interactions, and records such as contacts and tags",
    duplicateHelp: "Rows that were stored before, word for word",
    quarantinedHelp: "Rows that can't be read yet; they are kept whole and can be tried again",
    refusedHelp: "What is no row of its own",
    unbalanced: "These don't add up. That is a fault of Clew's: please report it.",
    interactions: (n: number) => plural(n, { one: "interaction", other: "interactions" }),
    records: (n: number) => `${plural(n, { one: "record", other: "records" })} (contacts, tags, teams)`,
  },
} as const;
