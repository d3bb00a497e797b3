/** The heart of a mapping: each meaning, the column that holds it, examples of it, and why Clew took it for that. */
import { useState } from "react";
import { Icon } from "~/ui/Icon";
import { Select } from "~/ui/Select";
import { words } from "~/words";
import { choicesOf } from "./choices";
import {
  type Meaning,
  meanings,
  withBlank,
  withColumn,
  withConstant,
  withNothing,
  withoutField,
  withTimeStyle,
} from "./drafts";
import { MeaningRow } from "./MeaningRow";
import { TimeStyle } from "./TimeStyle";
import type { Draft, Flaw, Guess, MappingWords, SeenColumn } from "./types";

const said = words.mapping;
const TIMES = ["occurred_at", "ended_at", "answered_at", "outcome_at"];

interface MeaningsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  columns: readonly SeenColumn[];
  guesses: readonly Guess[];
  proposed: Draft | undefined;
  known: MappingWords;
  flaws: readonly Flaw[];
}

/** Fields that somebody began to give a meaning; the mapping holds nothing for them until a column or a word is chosen. */
type Begun = Readonly<Record<string, "nothing" | "constant">>;

export function Meanings({ draft, onChange, columns, guesses, proposed, known, flaws }: MeaningsProps) {
  const [begun, setBegun] = useState<Begun>({});
  const begin = (field: string, how: "nothing" | "constant") => setBegun((now) => ({ ...now, [field]: how }));
  const end = (field: string) =>
    setBegun((now) => Object.fromEntries(Object.entries(now).filter(([each]) => each !== field)));
  const rows = meanings(
    draft,
    known.fields.map((field) => field.name),
    Object.keys(begun),
  );
  const missing = flaws.find((flaw) => flaw.place === "columns.occurred_at" && !draft.columns.occurred_at);
  return (
    <fieldset className="mapping-part">
      <legend>{said.meanings}</legend>
      <p className="mapping-lead">{said.meaningsLead}</p>
      {missing && (
        <p className="mapping-flaw" role="alert">
          <Icon name="error" size={14} />
          {missing.detail}
        </p>
      )}
      <ul className="meanings">
        {rows.map((row) => (
          <MeaningRow
            key={row.field}
            row={row}
            begun={begun[row.field]}
            columns={columns}
            guess={guesses.find((guess) => guess.field === row.field)}
            proposed={proposed && meaningIn(proposed, row.field)}
            flaw={flaws.find((flaw) => flaw.place === `columns.${row.field}`)?.detail}
            choices={choicesOf(row.field, known)}
            onColumn={(column) => {
              end(row.field);
              onChange(withColumn(draft, row.field, column));
            }}
            onConstant={(word) => {
              begin(row.field, "constant");
              onChange(word === null ? withNothing(draft, row.field) : withConstant(draft, row.field, word));
            }}
            onBlank={(word) => onChange(withBlank(draft, row.field, word))}
            onRemove={() => {
              end(row.field);
              onChange(withoutField(draft, row.field));
            }}
            timeStyle={
              row.column !== null && TIMES.includes(row.field) ? (
                <TimeStyle
                  field={row.field}
                  styles={known.times}
                  value={draft.times[row.column] ?? ""}
                  onChange={(style) => onChange(withTimeStyle(draft, row.column ?? "", style))}
                />
              ) : null
            }
          />
        ))}
      </ul>
      <AddMeaning
        fields={known.fields.filter((field) => !rows.some((row) => row.field === field.name))}
        onAdd={(field) => begin(field, "nothing")}
      />
    </fieldset>
  );
}

const meaningIn = (draft: Draft, field: string): Meaning => ({
  field,
  column: draft.columns[field] ?? null,
  constant: draft.constants[field] ?? null,
});

function AddMeaning({ fields, onAdd }: { fields: MappingWords["fields"]; onAdd: (field: string) => void }) {
  const [picked, setPicked] = useState<string | null>(null);
  if (fields.length === 0) return null;
  return (
    <div className="meaning-add">
      <Select
        label={said.add}
        placeholder={said.addChoose}
        options={fields.map((field) => ({
          id: field.name,
          label: said.fields[field.name] ?? field.name,
          description: said.help[field.name] ?? field.meaning,
        }))}
        value={picked}
        onChange={(field) => {
          setPicked(null);
          onAdd(field);
        }}
      />
    </div>
  );
}
