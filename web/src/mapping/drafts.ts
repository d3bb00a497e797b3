/** Changes to a mapping, each giving a new one; a field has a column, a constant, or neither. */
import type { Draft } from "./types";

/** What a field means: its column, and the word for every row, or beside a column for its blank cells. */
export interface Meaning {
  field: string;
  column: string | null;
  constant: string | null;
}

/** Every field that the mapping gives a meaning, and those being begun, in the order of the catalogue of fields. */
export function meanings(draft: Draft, order: readonly string[], begun: readonly string[] = []): Meaning[] {
  const fields = new Set([...Object.keys(draft.columns), ...Object.keys(draft.constants), ...begun]);
  const rank = (field: string) => (order.indexOf(field) < 0 ? order.length : order.indexOf(field));
  return [...fields]
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({ field, column: draft.columns[field] ?? null, constant: draft.constants[field] ?? null }));
}

/**
 * Read a field from a column. The word that stood for every row goes, or it would fill the column's blank cells unasked;
 * one that stood beside a column was shown as that, and stays.
 */
export function withColumn(draft: Draft, field: string, column: string): Draft {
  const constants = field in draft.columns ? draft.constants : without(draft.constants, field);
  return { ...draft, columns: { ...draft.columns, [field]: column }, constants };
}

/** Say what a blank cell of the field's column means; null leaves it blank. */
export function withBlank(draft: Draft, field: string, word: string | null): Draft {
  const constants = word === null ? without(draft.constants, field) : { ...draft.constants, [field]: word };
  return { ...draft, constants };
}

/** Say the same for every row: no column is read any more. */
export function withConstant(draft: Draft, field: string, constant: string): Draft {
  return { ...draft, columns: without(draft.columns, field), constants: { ...draft.constants, [field]: constant } };
}

/** Take away column and word, for another choice; what translated its spellings stays for it. */
export function withNothing(draft: Draft, field: string): Draft {
  return { ...draft, columns: without(draft.columns, field), constants: without(draft.constants, field) };
}

/** Give a field no meaning; what translated its spellings goes with it. */
export function withoutField(draft: Draft, field: string): Draft {
  const columns = without(draft.columns, field);
  const constants = without(draft.constants, field);
  const values = without(draft.values, field);
  return { ...draft, columns, constants, values, ...(field === "channel" ? { channels: {} } : {}) };
}

export function withChannel(draft: Draft, spelling: string, channel: string | null): Draft {
  const channels = channel === null ? without(draft.channels, spelling) : { ...draft.channels, [spelling]: channel };
  return { ...draft, channels };
}

export function withValue(draft: Draft, field: string, spelling: string, word: string | null): Draft {
  const now = draft.values[field] ?? {};
  const next = word === null ? without(now, spelling) : { ...now, [spelling]: word };
  const values = Object.keys(next).length > 0 ? { ...draft.values, [field]: next } : without(draft.values, field);
  return { ...draft, values };
}

/** Say how a column writes its times; an empty word leaves it to Clew. */
export function withTimeStyle(draft: Draft, column: string, style: string): Draft {
  return { ...draft, times: style === "" ? without(draft.times, column) : { ...draft.times, [column]: style } };
}

/** Columns that mean nothing yet. */
export function unusedColumns(draft: Draft, columns: readonly string[]): string[] {
  const used = new Set([...Object.values(draft.columns), ...draft.milestones.map((each) => each.column)]);
  return columns.filter((column) => !used.has(column));
}

export const sameDraft = (a: Draft, b: Draft): boolean => written(a) === written(b);

function without<V>(words: Record<string, V>, name: string): Record<string, V> {
  return Object.fromEntries(Object.entries(words).filter(([key]) => key !== name));
}

/** The same text for the same mapping, whatever the order in which it was put together. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
