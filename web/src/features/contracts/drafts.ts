/** Contracts as they are edited: a new one, the example, changes to the list, and a time limit as number and unit. */
import { words } from "~/words";
import type { Contract } from "./types";

const said = words.contracts;

export const EMPTY: Contract = {
  name: "",
  from_channel: [],
  to_channel: [],
  from_party: [],
  to_party: [],
  from_team: [],
  to_team: [],
  required_facts: [],
  within_seconds: null,
  told: false,
  promise: false,
};

/** What most companies would want first: whoever takes over from the bot knows the problem, and soon. */
export const EXAMPLE: Contract = {
  ...EMPTY,
  name: said.example.name,
  from_party: ["bot"],
  to_party: ["agent"],
  required_facts: ["problem"],
  within_seconds: 1800,
  told: true,
};

/** One change of the list, such that it can be done again on a list that somebody else has changed meanwhile. */
export type Edit =
  | { kind: "add"; contract: Contract; at?: number }
  | { kind: "replace"; name: string; contract: Contract }
  | { kind: "remove"; name: string };

/** The list after an edit; what is to be replaced and isn't there any more is added. */
export function edited(list: readonly Contract[], edit: Edit): Contract[] {
  if (edit.kind === "remove") return list.filter(({ name }) => name !== edit.name);
  if (edit.kind === "add") return list.toSpliced(edit.at ?? list.length, 0, edit.contract);
  const at = list.findIndex(({ name }) => name === edit.name);
  return at < 0 ? [...list, edit.contract] : list.with(at, edit.contract);
}

/** The edit that takes another back, for the list that it was made on; null where nothing is to be taken back. */
export function undoing(list: readonly Contract[], edit: Edit): Edit | null {
  if (edit.kind === "add") return { kind: "remove", name: edit.contract.name };
  const at = list.findIndex(({ name }) => name === edit.name);
  const before = list[at];
  if (!before) return null;
  return edit.kind === "remove"
    ? { kind: "add", contract: before, at }
    : { kind: "replace", name: edit.contract.name, contract: before };
}

export const UNITS = ["s", "min", "h", "d"] as const;
export type TimeUnit = (typeof UNITS)[number];
const SECONDS: Record<TimeUnit, number> = { s: 1, min: 60, h: 3_600, d: 86_400 };

/** A time limit in the largest unit that it fills: 5400 s are 90 min. */
export function asLimit(seconds: number): { amount: number; unit: TimeUnit } {
  const unit = UNITS.findLast((each) => seconds % SECONDS[each] === 0) ?? "s";
  return { amount: seconds / SECONDS[unit], unit };
}

export const inUnit = (seconds: number, unit: TimeUnit): number => seconds / SECONDS[unit];

export const inSeconds = (amount: number, unit: TimeUnit): number => Math.max(1, Math.round(amount * SECONDS[unit]));

/** Whether it asks anything at all. */
export const asksAnything = ({ required_facts, within_seconds, told, promise }: Contract): boolean =>
  required_facts.length > 0 || typeof within_seconds === "number" || told || promise;

export const isSame = (a: Contract, b: Contract): boolean => JSON.stringify(a) === JSON.stringify(b);
