/** The fields of a contract: its name, which handoffs it is about, and what has to hold. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { Checkbox, MultiSelect, NumberField, type Option, Select, TextField } from "~/ui";
import { words } from "~/words";
import { asLimit, inSeconds, inUnit, type TimeUnit, UNITS } from "./drafts";
import { type Contract, type Kept, SIDES, type Side } from "./types";

const said = words.contracts.form;
const DEFAULT_SECONDS = 1_800;

interface ContractFieldsProps {
  draft: Contract;
  kept: Kept;
  channels: readonly { name: string; title: string }[];
  lacks: { name: string | null; terms: string | null };
  onChange: (draft: Contract) => void;
}

export function ContractFields({ draft, kept, channels, lacks, onChange }: ContractFieldsProps) {
  const teams = useTeams();
  const set = (partial: Partial<Contract>) => onChange({ ...draft, ...partial });
  const options = (side: Side): Option[] => {
    if (side.endsWith("channel")) return channels.map(({ name, title }) => ({ id: name, label: title }));
    if (side.endsWith("party"))
      return kept.parties.map((name) => ({ id: name, label: words.contracts.parties[name] ?? name }));
    return [...new Set([...teams, ...draft[side]])].map((name) => ({ id: name, label: name }));
  };
  return (
    <>
      <TextField
        label={said.name}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={80}
        error={lacks.name}
        autoFocus
      />
      <fieldset className="contracts-fields">
        <legend className="contracts-heading">{said.which}</legend>
        <p className="contracts-note">{said.whichLead}</p>
        <div className="contracts-grid">
          {SIDES.map((side) => {
            const choices = options(side);
            if (choices.length === 0) return null;
            return (
              <MultiSelect
                key={side}
                label={said[side]}
                options={choices}
                value={draft[side]}
                onChange={(value) => set({ [side]: value })}
                placeholder={said.any}
              />
            );
          })}
        </div>
      </fieldset>
      <fieldset className="contracts-fields">
        <legend className="contracts-heading">{said.terms}</legend>
        <p className={lacks.terms ? "contracts-lack" : "contracts-note"} role={lacks.terms ? "alert" : undefined}>
          {lacks.terms ?? said.termsLead}
        </p>
        <MultiSelect
          label={said.facts}
          description={said.factsHelp}
          options={kept.facts.map(({ name, title }) => ({ id: name, label: title }))}
          value={draft.required_facts}
          onChange={(required_facts) => set({ required_facts })}
          placeholder={said.noneNeeded}
        />
        <Limit seconds={draft.within_seconds ?? null} onChange={(within_seconds) => set({ within_seconds })} />
        <Checkbox isSelected={draft.told} onChange={(told) => set({ told })}>
          {said.told}
        </Checkbox>
        <Checkbox isSelected={draft.promise} onChange={(promise) => set({ promise })}>
          {said.promise}
        </Checkbox>
      </fieldset>
    </>
  );
}

function Limit({ seconds, onChange }: { seconds: number | null; onChange: (seconds: number | null) => void }) {
  const [unit, setUnit] = useState(asLimit(seconds ?? DEFAULT_SECONDS).unit);
  const amount = inUnit(seconds ?? DEFAULT_SECONDS, unit);
  const choose = (to: TimeUnit) => {
    setUnit(to);
    onChange(inSeconds(amount, to));
  };
  return (
    <>
      <Checkbox isSelected={seconds !== null} onChange={(isLimited) => onChange(isLimited ? DEFAULT_SECONDS : null)}>
        {said.limited}
      </Checkbox>
      {seconds !== null && (
        <div className="contracts-limit">
          <NumberField
            label={said.amount}
            minValue={1}
            maxValue={10_000}
            value={amount}
            onChange={(to) => onChange(inSeconds(Number.isFinite(to) ? to : 1, unit))}
          />
          <Select<TimeUnit>
            label={said.unit}
            options={UNITS.map((id) => ({ id, label: said.units[id] }))}
            value={unit}
            onChange={choose}
          />
        </div>
      )}
    </>
  );
}

/** The teams that handoffs name, those with most of them first. */
function useTeams(): string[] {
  const ask = useAsk("/api/v1/handoffs", { params: { query: { by: "team" } } });
  const ends = [...(ask.data?.rows ?? []), ...(ask.data?.columns ?? [])];
  return [...new Set(ends.flatMap(({ names }) => names))].filter(Boolean);
}
