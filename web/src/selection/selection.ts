/** Which journeys the numbers are about: a period and filters, kept in the address. */

export const FILTERS = ["channel", "first_channel", "issue", "outcome", "source"] as const;
export type Filter = (typeof FILTERS)[number];

export interface Selection {
  /** First and last day, inclusive, as `2026-11-22`. */
  from?: string | undefined;
  to?: string | undefined;
  channel?: string[] | undefined;
  first_channel?: string[] | undefined;
  issue?: string[] | undefined;
  outcome?: string[] | undefined;
  source?: string[] | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Read the selection out of an address; what isn't understood is left out. */
export function selectionOf(query: URLSearchParams): Selection {
  const selection: Selection = {};
  for (const end of ["from", "to"] as const) {
    const day = query.get(end);
    if (day && DAY.test(day)) selection[end] = day;
  }
  for (const filter of FILTERS) {
    const values = [...new Set(query.getAll(filter).filter((value) => value !== ""))];
    if (values.length > 0) selection[filter] = values;
  }
  return selection;
}

/** Write the selection into an address, keeping everything else that stands there. */
export function withSelection(query: URLSearchParams, selection: Selection): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const end of ["from", "to"] as const) {
    next.delete(end);
    const day = selection[end];
    if (day) next.set(end, day);
  }
  for (const filter of FILTERS) {
    next.delete(filter);
    for (const value of selection[filter] ?? []) next.append(filter, value);
  }
  return next;
}

/** Only the parts that are set, as the server's query parameters. */
export function asQuery(selection: Selection): Selection {
  return Object.fromEntries(
    Object.entries(selection).filter(([, value]) => value !== undefined && value.length > 0),
  ) as Selection;
}

/** How many filters (not counting the period) are set. */
export const filtersSet = (selection: Selection): number =>
  FILTERS.filter((filter) => (selection[filter]?.length ?? 0) > 0).length;
