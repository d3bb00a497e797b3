/** Chooses what paths are made of. */
import { Segments, Select } from "~/ui";
import { words } from "~/words";
import { Control } from "./Control";
import { LEVELS, REPEATS, STEPS, useMaking } from "./useMaking";

const said = words.explorer.making;

export function PathControls() {
  const { making, setLevel, setRepeats, setSteps } = useMaking();
  return (
    <div className="explorer-controls">
      <Select
        label={said.level}
        options={LEVELS.map((id) => ({ id, label: said[id] }))}
        value={making.level}
        onChange={setLevel}
      />
      <Control label={said.repeats}>
        <Segments
          label={said.repeats}
          options={REPEATS.map((id) => ({ id, label: said[id] }))}
          value={making.repeats}
          onChange={setRepeats}
        />
      </Control>
      <Control label={said.steps}>
        <Segments
          label={said.steps}
          options={STEPS.map((id) => ({ id, label: said[id] }))}
          value={making.steps}
          onChange={setSteps}
        />
      </Control>
    </div>
  );
}
