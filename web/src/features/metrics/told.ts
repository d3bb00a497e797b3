/** A selection in words, and the titles of the words that filters know. */
import { useMemo } from "react";
import { useWorkspace } from "~/app/workspace";
import { FILTERS, type Filter, type Selection } from "~/selection";
import { words } from "~/words";
import { dayRange } from "~/words/format";

const said = words.selection;
const LISTS = {
  channel: "channels",
  first_channel: "first_channels",
  issue: "issues",
  outcome: "outcomes",
  source: "sources",
} as const;

/** The title of each word of each filter. */
export function useTitles(): Record<Filter, ReadonlyMap<string, string>> {
  const options = useWorkspace()?.options ?? null;
  return useMemo(() => {
    const of = (filter: Filter) => new Map((options?.[LISTS[filter]] ?? []).map(({ id, title }) => [id, title]));
    return {
      channel: of("channel"),
      first_channel: of("first_channel"),
      issue: of("issue"),
      outcome: of("outcome"),
      source: of("source"),
    };
  }, [options]);
}

/** What a selection asks for: its period, and a line for each filter that is set. */
export function useTold(selection: Selection): string[] {
  const titles = useTitles();
  const period = selection.from || selection.to ? dayRange(selection.from, selection.to) : said.allTime;
  const filters = FILTERS.filter((filter) => selection[filter]?.length).map((filter) =>
    said.chip(said[filter], (selection[filter] ?? []).map((id) => titles[filter].get(id) ?? id).join(", ")),
  );
  return [period, ...filters];
}
