/** Unsaved settings: kept in this browser until they are saved or dropped, and compared with what is saved. */
import type { Settings } from "./types";

const KEY = "clew.settings.draft";

export interface Draft {
  /** The version that the changes were made on. */
  etag: string;
  /** What that version said. */
  base: Settings;
  settings: Settings;
}

export function readDraft(): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function writeDraft(draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing still edits; leaving the page warns.
  }
}

export interface Difference {
  place: string;
  mine: string;
  theirs: string;
}

/** The settings in which two versions differ, by their places in clew.toml. */
export function differences(mine: Settings, theirs: Settings): Difference[] {
  const [a, b] = [flat(mine), flat(theirs)];
  const places = [...new Set([...a.keys(), ...b.keys()])];
  return places
    .filter((place) => a.get(place) !== b.get(place))
    .map((place) => ({ place, mine: a.get(place) ?? "", theirs: b.get(place) ?? "" }));
}

/** Each setting as one line of text under its place; lists whose order counts stand under their numbers. */
function flat(settings: Settings): Map<string, string> {
  const lines = new Map<string, string>();
  const put = (place: string, value: unknown) =>
    lines.set(
      place,
      Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : JSON.stringify(value),
    );
  for (const part of ["workspace", "windows", "contacts"] as const) {
    for (const [name, value] of Object.entries(settings[part])) put(`${part}.${name}`, value);
  }
  put(
    "stages.names",
    settings.stages.names.map((stage) => stage.name),
  );
  for (const stage of settings.stages.names) put(`stages.names.${stage.name}`, stage.title);
  for (const [at, rule] of settings.stages.rules.entries()) put(`stages.rules.${at + 1}`, set(rule));
  for (const { spelling, channel } of settings.channels) put(`channels.${spelling}`, channel);
  for (const { channel, cost } of settings.costs) put(`costs.${channel}`, cost);
  return lines;
}

/** Only what a rule asks. */
function set(rule: object): string {
  const asked = Object.entries(rule).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return asked
    .map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join(", ") : String(value)}`)
    .join("; ");
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null) return false;
  const { etag, base, settings } = kept as Partial<Draft>;
  return typeof etag === "string" && hasParts(base) && hasParts(settings);
}

const hasParts = (settings: unknown): boolean =>
  typeof settings === "object" &&
  settings !== null &&
  ["workspace", "stages", "windows", "contacts", "channels", "costs"].every((part) => part in settings);
