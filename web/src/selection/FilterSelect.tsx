/** One filter of the selection, with the words that the data hold and how many journeys have each. */
import { useMemo } from "react";
import { useWorkspace } from "~/app/workspace";
import { MultiSelect } from "~/ui/MultiSelect";
import type { Option } from "~/ui/Select";
import { words } from "~/words";
import { number } from "~/words/format";
import type { Filter, Selection } from "./selection";
import { useSelection } from "./useSelection";

const said = words.selection;
const LISTS = {
  channel: "channels",
  first_channel: "first_channels",
  issue: "issues",
  outcome: "outcomes",
  source: "sources",
} as const;

/** Every word that a filter knows; those chosen but not in the data stay, so that they can be taken away again. */
export function useFilterOptions(filter: Filter, selection: Selection): readonly Option[] {
  const options = useWorkspace()?.options ?? null;
  const chosen = selection[filter];
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

export function FilterSelect({ filter, labelled = false }: { filter: Filter; labelled?: boolean }) {
  const { selection, set } = useSelection();
  const options = useFilterOptions(filter, selection);
  const value = selection[filter] ?? [];
  return (
    <div className={labelled ? "s-filter-labelled" : "s-filter"}>
      <MultiSelect
        label={said[filter]}
        hideLabel={!labelled}
        options={options}
        value={value}
        onChange={(next) => set({ [filter]: next })}
        placeholder={labelled ? said.any : said[filter]}
        summary={(labels) =>
          labelled ? undefined : labels.length === 1 ? labels[0] : `${said[filter]} · ${number(labels.length)}`
        }
      />
    </div>
  );
}
