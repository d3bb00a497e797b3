/** The fields of a selection: its period, and a filter for each thing by which journeys are told apart. */
import { useWorkspace } from "~/app/workspace";
import { MultiSelect } from "~/ui/MultiSelect";
import { words } from "~/words";
import { number } from "~/words/format";
import { useFilterOptions } from "./filterWords";
import { PeriodPicker } from "./PeriodPicker";
import { FILTERS, type Filter, type Selection } from "./selection";

const said = words.selection;

export interface SelectionFieldProps {
  selection: Selection;
  set: (partial: Partial<Selection>) => void;
  /** Which selection it is, where a screen has several: read out before each filter's name. */
  whose?: string;
}

/** All fields of a selection, side by side. */
export function SelectionFields(props: SelectionFieldProps) {
  return (
    <>
      <PeriodField {...props} />
      {FILTERS.map((filter) => (
        <FilterField key={filter} filter={filter} {...props} />
      ))}
    </>
  );
}

export function PeriodField({ selection, set }: SelectionFieldProps) {
  const view = useWorkspace()?.view ?? null;
  const { from, to } = selection;
  return (
    <PeriodPicker
      // The fields inside begin with what is set now.
      key={`${from}/${to}`}
      span={{ from, to }}
      firstDay={view?.first_day ?? null}
      lastDay={view?.last_day ?? null}
      onChange={(span) => set({ from: span.from, to: span.to })}
    />
  );
}

interface FilterFieldProps extends SelectionFieldProps {
  filter: Filter;
  /** With its name above it, where there is room. */
  labelled?: boolean;
}

export function FilterField({ filter, selection, set, whose, labelled = false }: FilterFieldProps) {
  const options = useFilterOptions(filter, selection[filter]);
  const title = said[filter];
  return (
    <div className={labelled ? "s-filter-labelled" : "s-filter"}>
      <MultiSelect
        label={whose ? said.chip(whose, title) : title}
        hideLabel={!labelled}
        options={options}
        value={selection[filter] ?? []}
        onChange={(next) => set({ [filter]: next })}
        placeholder={labelled ? said.any : title}
        summary={(labels) =>
          labelled ? undefined : labels.length === 1 ? labels[0] : `${title} · ${number(labels.length)}`
        }
      />
    </div>
  );
}
