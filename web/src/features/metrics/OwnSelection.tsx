/** The fields of the second selection: a period and the same filters as the first has. */
import { useWorkspace } from "~/app/workspace";
import { FILTERS, type Selection } from "~/selection";
import { PeriodPicker } from "~/selection/PeriodPicker";
import { MultiSelect } from "~/ui";
import { words } from "~/words";
import { useTitles } from "./told";

const said = words.selection;

export function OwnSelection({ own, onChange }: { own: Selection; onChange: (partial: Partial<Selection>) => void }) {
  const view = useWorkspace()?.view ?? null;
  const titles = useTitles();
  return (
    <fieldset className="m-own">
      <legend className="c-hidden">{words.metrics.compare.filters}</legend>
      <PeriodPicker
        key={`${own.from}/${own.to}`}
        span={{ from: own.from, to: own.to }}
        firstDay={view?.first_day ?? null}
        lastDay={view?.last_day ?? null}
        onChange={({ from, to }) => onChange({ from, to })}
      />
      {FILTERS.map((filter) => (
        <MultiSelect
          key={filter}
          label={said[filter]}
          hideLabel
          placeholder={said[filter]}
          options={[...titles[filter]].map(([id, label]) => ({ id, label }))}
          value={own[filter] ?? []}
          onChange={(value) => onChange({ [filter]: value })}
        />
      ))}
    </fieldset>
  );
}
