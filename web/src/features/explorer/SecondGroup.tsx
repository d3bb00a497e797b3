/** Chooses what the second group is: a selection of its own, or a comparison that is often made. */
import { useWorkspace } from "~/app/workspace";
import { type Selection, SelectionFields, useSelection } from "~/selection";
import { Button } from "~/ui";
import { words } from "~/words";
import { halves } from "./halves";
import { useSecondGroup } from "./useSecondGroup";

const said = words.explorer.groups;

export function SecondGroup() {
  const { second, set, clear, swap } = useSecondGroup();
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
        <SelectionFields selection={second} set={set} whose={said.second} />
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
