/** The heart of a mapping: each meaning, the column that holds it, examples of it, and why Clew took it for that. */
import { type ReactNode, useState } from "react";
import { IconButton } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { Named } from "~/ui/Named";
import { Select } from "~/ui/Select";
import { TextField } from "~/ui/TextField";
import { words } from "~/words";
import { type Meaning, meanings, withColumn, withConstant, withoutField, withTimeStyle } from "./drafts";
import { TimeStyle } from "./TimeStyle";
import type { Draft, Flaw, Guess, MappingWords, SeenColumn } from "./types";

const said = words.mapping;
const CONSTANT = "\u0000constant";
const TIMES = ["occurred_at", "ended_at", "outcome_at"];

interface MeaningsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  columns: readonly SeenColumn[];
  guesses: readonly Guess[];
  known: MappingWords;
  flaws: readonly Flaw[];
}

export function Meanings({ draft, onChange, columns, guesses, known, flaws }: MeaningsProps) {
  const order = known.fields.map((field) => field.name);
  const rows = meanings(draft, order);
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
          <Row
            key={row.field}
            row={row}
            isGuessed={guesses.length > 0}
            columns={columns}
            guess={guesses.find((guess) => guess.field === row.field)}
            flaw={flaws.find((flaw) => flaw.place === `columns.${row.field}`)?.detail}
            choices={choicesOf(row.field, known)}
            onColumn={(column) => onChange(withColumn(draft, row.field, column))}
            onConstant={(word) => onChange(withConstant(draft, row.field, word))}
            onRemove={() => onChange(withoutField(draft, row.field))}
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
        onAdd={(field) => onChange(withConstant(draft, field, choicesOf(field, known)?.[0]?.id ?? ""))}
      />
    </fieldset>
  );
}

interface RowProps {
  row: Meaning;
  isGuessed: boolean;
  columns: readonly SeenColumn[];
  guess: Guess | undefined;
  flaw: string | undefined;
  choices: { id: string; label: string }[] | null;
  onColumn: (column: string) => void;
  onConstant: (word: string) => void;
  onRemove: () => void;
  timeStyle: ReactNode;
}

function Row({ row, isGuessed, columns, guess, flaw, choices, onColumn, onConstant, onRemove, timeStyle }: RowProps) {
  const name = said.fields[row.field] ?? row.field;
  const own = columns.find((column) => column.name === row.column)?.examples ?? [];
  const examples = guess && guess.column === row.column && guess.examples.length > 0 ? guess.examples : own;
  const options = [
    ...columns.map((column) => ({
      id: column.name,
      label: column.name,
      description: column.examples.slice(0, 2).join(" · "),
    })),
    ...(row.column && !columns.some((column) => column.name === row.column)
      ? [{ id: row.column, label: row.column, ...(columns.length > 0 ? { description: said.notHere } : {}) }]
      : []),
    { id: CONSTANT, label: said.sameForAll },
  ];
  return (
    <li className="meaning">
      <div className="meaning-name">
        <span className="meaning-field">{name}</span>
        <span className="meaning-help">{said.help[row.field] ?? ""}</span>
      </div>
      <div className="meaning-column">
        <Select
          label={said.columnFor(name)}
          hideLabel
          options={options}
          value={row.column ?? CONSTANT}
          onChange={(id) => (id === CONSTANT ? onConstant(row.constant ?? choices?.[0]?.id ?? "") : onColumn(id))}
          error={flaw}
        />
        {row.column === null &&
          (choices ? (
            <Select
              label={said.constant(name)}
              hideLabel
              options={choices}
              value={row.constant}
              onChange={onConstant}
            />
          ) : (
            <TextField label={said.constant(name)} hideLabel value={row.constant ?? ""} onChange={onConstant} />
          ))}
        {timeStyle}
      </div>
      <div className="meaning-why">
        {examples.length > 0 && (
          <span className="meaning-examples">
            {examples.map((example) => (
              <Named key={example} mono>
                {example}
              </Named>
            ))}
          </span>
        )}
        {isGuessed && <Reason guess={guess} row={row} />}
      </div>
      <IconButton label={said.remove(name)} icon="close" size="small" onPress={onRemove} />
    </li>
  );
}

/** Why Clew took the column for that and how sure it is; or that a person chose it. */
function Reason({ guess, row }: { guess: Guess | undefined; row: Meaning }) {
  if (!guess || guess.column !== row.column) {
    return <span className="meaning-reason">{said.chosen}</span>;
  }
  const unsure = guess.confidence < 0.7;
  return (
    <span className={unsure ? "meaning-reason meaning-unsure" : "meaning-reason"}>
      {unsure && <Icon name="question" size={14} />}
      {`${said.sure(guess.confidence)} · ${guess.reason}`}
    </span>
  );
}

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

/** The words that stand to choose for a constant; null where any words do. */
function choicesOf(field: string, known: MappingWords): { id: string; label: string }[] | null {
  const plain = (list: string[], names: Readonly<Record<string, string>> = {}) =>
    list.map((id) => ({ id, label: names[id] ?? id }));
  if (field === "channel") return known.channels.map((channel) => ({ id: channel.name, label: channel.meaning }));
  if (field === "direction") return plain(known.directions, said.directions);
  if (field === "party") return plain(known.parties, said.parties);
  if (field === "kind") return plain(known.kinds);
  if (field === "outcome") return plain(known.outcomes);
  return null;
}
