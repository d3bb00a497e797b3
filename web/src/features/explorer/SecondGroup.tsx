/** Chooses what the second group is: a selection of its own, or a comparison that is often made. */
import { useWorkspace } from "~/app/workspace";
import { FILTERS, type Filter, type Selection, useSelection } from "~/selection";
import { useFilterOptions } from "~/selection/FilterSelect";
import { PeriodPicker } from "~/selection/PeriodPicker";
import { Button, MultiSelect } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { halves } from "./halves";
import { useSecondGroup } from "./useSecondGroup";

const said = words.explorer.groups;

export function SecondGroup() {
  const { second, set, clear, swap } = useSecondGroup();
  const view = useWorkspace()?.view ?? null;
  const isSet = Object.keys(second).length > 0;
  return (
    <section className="explorer-second" aria-label={said.choose}>
      <div className="explorer-second-head">
        <h2 className="explorer-second-title">
          <span className="explorer-group-mark explorer-group-b" aria-hidden="true">
            B
          </span>
          {said.choose}
        </h2>
        <Presets />
      </div>
      <div className="explorer-second-fields">
        <PeriodPicker
          key={`${second.from}/${second.to}`}
          span={{ from: second.from, to: second.to }}
          firstDay={view?.first_day ?? null}
          lastDay={view?.last_day ?? null}
          onChange={(span) => set({ from: span.from, to: span.to })}
        />
        {FILTERS.map((filter) => (
          <SecondFilter key={filter} filter={filter} second={second} set={set} />
        ))}
        <Button kind="quiet" size="small" onPress={swap}>
          {said.swap}
        </Button>
        {isSet && (
          <Button kind="quiet" size="small" onPress={clear}>
            {said.clear}
          </Button>
        )}
      </div>
    </section>
  );
}

interface SecondFilterProps {
  filter: Filter;
  second: Selection;
  set: (partial: Partial<Selection>) => void;
}

function SecondFilter({ filter, second, set }: SecondFilterProps) {
  const options = useFilterOptions(filter, second);
  const title = words.selection[filter];
  return (
    <div className="explorer-second-filter">
      <MultiSelect
        label={`${said.second}: ${title}`}
        hideLabel
        options={options}
        value={second[filter] ?? []}
        onChange={(next) => set({ [filter]: next })}
        placeholder={title}
        summary={(labels) => (labels.length === 1 ? labels[0] : `${title} · ${number(labels.length)}`)}
      />
    </div>
  );
}

/** Two comparisons that people make again and again, one press each. */
function Presets() {
  const facts = useWorkspace();
  const { selection } = useSelection();
  const { setBoth } = useSecondGroup();
  const outcomes = facts?.options?.outcomes.map(({ id }) => id) ?? [];
  const others = outcomes.filter((id) => id !== "resolved");
  const span = {
    from: selection.from ?? facts?.view?.first_day ?? undefined,
    to: selection.to ?? facts?.view?.last_day ?? undefined,
  };
  const [early, late] = halves(span) ?? [];
  const rest = (without: "outcome" | "period"): Selection =>
    without === "outcome" ? { ...selection, outcome: others } : { ...selection, ...late };
  return (
    <div className="explorer-presets">
      {outcomes.includes("resolved") && others.length > 0 && (
        <Button size="small" onPress={() => setBoth({ outcome: ["resolved"] }, rest("outcome"))}>
          {said.presetResolved}
        </Button>
      )}
      {early && late && (
        <Button size="small" onPress={() => setBoth(early, rest("period"))}>
          {said.presetPeriods}
        </Button>
      )}
    </div>
  );
}
