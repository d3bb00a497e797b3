/** A selection in words. */
import { FILTERS, type Selection, useFilterTitle } from "~/selection";
import { words } from "~/words";
import { dayRange } from "~/words/format";

const said = words.selection;

/** What a selection asks for: its period, and a line for each filter that is set. */
export function useTold(selection: Selection): string[] {
  const titleOf = useFilterTitle();
  const period = selection.from || selection.to ? dayRange(selection.from, selection.to) : said.allTime;
  const filters = FILTERS.filter((filter) => selection[filter]?.length).map((filter) =>
    said.chip(said[filter], (selection[filter] ?? []).map((id) => titleOf(filter, id)).join(", ")),
  );
  return [period, ...filters];
}
