/** The words that each filter knows: those of the data, with a title and how many journeys have each. */
import { useCallback, useMemo } from "react";
import { useWorkspace } from "~/app/workspace";
import type { Option } from "~/ui/OptionList";
import { visible } from "~/ui/visible";
import { number } from "~/words/format";
import type { Filter } from "./selection";

const LISTS = {
  channel: "channels",
  first_channel: "first_channels",
  issue: "issues",
  outcome: "outcomes",
  source: "sources",
} as const;

/** Every word that a filter knows; those chosen but not in the data stay, so that they can be taken away again. */
export function useFilterOptions(filter: Filter, chosen: readonly string[] | undefined): readonly Option[] {
  const options = useWorkspace()?.options ?? null;
  return useMemo(() => {
    const known: Option[] = (options?.[LISTS[filter]] ?? []).map(({ id, title, journeys }) => ({
      id,
      label: title,
      hint: number(journeys),
    }));
    const names = new Set(known.map(({ id }) => id));
    return [...known, ...(chosen ?? []).filter((id) => !names.has(id)).map((id) => ({ id, label: id }))];
  }, [options, filter, chosen]);
}

/** What a filter calls one of its words; the word itself where the data don't hold it. */
export function useFilterTitle(): (filter: Filter, id: string) => string {
  const options = useWorkspace()?.options ?? null;
  return useCallback(
    (filter, id) => visible(options?.[LISTS[filter]].find((option) => option.id === id)?.title ?? id),
    [options],
  );
}
