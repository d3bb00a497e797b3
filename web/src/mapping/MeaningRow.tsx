/** One meaning: the column or word that gives it, what its blank cells mean, examples, and who chose it and why. */
import type { ReactNode } from "react";
import { IconButton } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { Named } from "~/ui/Named";
import { Select } from "~/ui/Select";
import { TextField } from "~/ui/TextField";
import { words } from "~/words";
import type { FieldChoice } from "./choices";
import type { Meaning } from "./drafts";
import type { Guess, SeenColumn } from "./types";

const said = words.mapping;
const CONSTANT = "\u0000constant";
const BLANK = "\u0000blank";

export interface MeaningRowProps {
  row: Meaning;
  /** A column or one word for all is still to be chosen; `constant` once the latter is asked for. */
  begun: "nothing" | "constant" | undefined;
  columns: readonly SeenColumn[];
  guess: Guess | undefined;
  /** What Clew proposed for the field; undefined where the mapping isn't its guess. */
  proposed: Meaning | undefined;
  flaw: string | undefined;
  choices: FieldChoice[] | null;
  onColumn: (column: string) => void;
  /** Null while the word is still to be chosen. */
  onConstant: (word: string | null) => void;
  onBlank: (word: string | null) => void;
  onRemove: () => void;
  timeStyle: ReactNode;
}

export function MeaningRow(props: MeaningRowProps) {
  const { row, begun, columns, guess, proposed, flaw, choices, onColumn, onConstant, onRemove, timeStyle } = props;
  const name = said.fields[row.field] ?? row.field;
  const own = columns.find((column) => column.name === row.column)?.examples ?? [];
  const examples = guess && guess.column === row.column && guess.examples.length > 0 ? guess.examples : own;
  const isForAll = row.column === null && (row.constant !== null || begun === "constant");
  const isUnset = row.column === null && row.constant === null;
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
          placeholder={said.chooseColumn}
          options={optionsOf(columns, row)}
          value={isForAll ? CONSTANT : row.column}
          onChange={(id) => (id === CONSTANT ? onConstant(row.column === null ? row.constant : null) : onColumn(id))}
          error={flaw}
        />
        {isForAll &&
          (choices ? (
            <Select
              label={said.constant(name)}
              hideLabel
              options={choices}
              value={row.constant}
              onChange={onConstant}
            />
          ) : (
            <TextField
              label={said.constant(name)}
              hideLabel
              value={row.constant ?? ""}
              onChange={(text) => onConstant(text === "" ? null : text)}
            />
          ))}
        {isUnset && <p className="meaning-reason meaning-unsure">{isForAll ? said.unsetWord : said.unset}</p>}
        <Blank {...props} name={name} />
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
        {!isUnset && proposed && <Reason guess={guess} row={row} proposed={proposed} hasWords={choices !== null} />}
      </div>
      <IconButton label={said.remove(name)} icon="close" size="small" onPress={onRemove} />
    </li>
  );
}

/** What blank cells of the column mean: told wherever the mapping fills them, and asked where nothing can't stand. */
function Blank({ row, choices, onBlank, name }: MeaningRowProps & { name: string }) {
  if (row.column === null || (row.constant === null && row.field !== "channel")) return null;
  const options = [
    { id: BLANK, label: said.blankStays },
    ...(choices ?? (row.constant === null ? [] : [{ id: row.constant, label: row.constant }])),
  ];
  return (
    <Select
      label={said.blank(name)}
      options={options}
      value={row.constant ?? BLANK}
      onChange={(id) => onBlank(id === BLANK ? null : id)}
    />
  );
}

interface ReasonProps {
  guess: Guess | undefined;
  row: Meaning;
  proposed: Meaning;
  /** The field takes only certain words. */
  hasWords: boolean;
}

/** Why Clew took the column for that and how sure it is; that it assumed so; or that a person chose it. */
function Reason({ guess, row, proposed, hasWords }: ReasonProps) {
  if (row.column !== proposed.column || row.constant !== proposed.constant) {
    const isNewColumn = row.column !== null && row.column !== proposed.column;
    return <span className="meaning-reason">{isNewColumn && hasWords ? said.chosenWords : said.chosen}</span>;
  }
  if (!guess || guess.column !== row.column) return <span className="meaning-reason">{said.assumed}</span>;
  const unsure = guess.confidence < 0.7;
  return (
    <span className={unsure ? "meaning-reason meaning-unsure" : "meaning-reason"}>
      {unsure && <Icon name="question" size={14} />}
      {`${said.sure(guess.confidence)} · ${guess.reason}`}
    </span>
  );
}

function optionsOf(columns: readonly SeenColumn[], { column: chosen }: Meaning) {
  return [
    ...columns.map((column) => ({
      id: column.name,
      label: column.name,
      description: column.examples.slice(0, 2).join(" · "),
    })),
    ...(chosen && !columns.some((column) => column.name === chosen)
      ? [{ id: chosen, label: chosen, ...(columns.length > 0 ? { description: said.notHere } : {}) }]
      : []),
    { id: CONSTANT, label: said.sameForAll },
  ];
}
