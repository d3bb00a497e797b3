/** For tables with one row for each case: which of its times becomes which interaction. */
import { Select } from "~/ui/Select";
import { TextField } from "~/ui/TextField";
import { words } from "~/words";
import type { Draft, Flaw, MappingWords } from "./types";

const said = words.mapping;

interface MilestonesProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  names: readonly string[];
  known: MappingWords;
  flaws: readonly Flaw[];
}

export function Milestones({ draft, onChange, names, known, flaws }: MilestonesProps) {
  const change = (at: number, part: Partial<Draft["milestones"][number]>) =>
    onChange({ ...draft, milestones: draft.milestones.map((each, n) => (n === at ? { ...each, ...part } : each)) });
  return (
    <fieldset className="mapping-part">
      <legend>{said.milestones}</legend>
      <p className="mapping-lead">{said.milestonesLead}</p>
      <ul className="spellings">
        {draft.milestones.map((milestone, at) => (
          <li key={milestoneKey(at)} className="milestone">
            <Select
              label={said.column}
              options={[...new Set([...names, milestone.column])].map((id) => ({ id, label: id }))}
              value={milestone.column}
              onChange={(column) => change(at, { column })}
              error={flaws.find((flaw) => flaw.place === `milestones.${at}.column`)?.detail}
            />
            <TextField
              label={said.touchpoint}
              value={milestone.touchpoint}
              onChange={(touchpoint) => change(at, { touchpoint })}
            />
            <Select
              label={said.party}
              options={known.parties.map((id) => ({ id, label: said.parties[id] ?? id }))}
              value={milestone.party}
              onChange={(party) => change(at, { party })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

// Their place is what tells milestones apart: every other part of one can be changed while it is typed in.
const milestoneKey = (at: number): string => `milestone ${at}`;
