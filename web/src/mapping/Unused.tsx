/** Columns that Clew keeps but doesn't understand; each can be given a meaning. */
import { Named } from "~/ui/Named";
import { Select } from "~/ui/Select";
import { words } from "~/words";
import type { MappingWords, SeenColumn } from "./types";

const said = words.mapping;

interface UnusedProps {
  columns: readonly SeenColumn[];
  fields: MappingWords["fields"];
  onMeaning: (column: string, field: string) => void;
}

export function Unused({ columns, fields, onMeaning }: UnusedProps) {
  if (columns.length === 0) return null;
  const options = fields.map((field) => ({
    id: field.name,
    label: said.fields[field.name] ?? field.name,
    description: said.help[field.name] ?? field.meaning,
  }));
  return (
    <details className="mapping-part">
      <summary>{said.unused(columns.length)}</summary>
      <p className="mapping-lead">{said.unusedLead}</p>
      <ul className="spellings">
        {columns.map((column) => (
          <li key={column.name} className="unused">
            <span className="unused-name">
              <Named>{column.name}</Named>
            </span>
            <span className="meaning-examples">
              {column.examples.map((example) => (
                <Named key={example} mono>
                  {example}
                </Named>
              ))}
            </span>
            <Select
              label={said.meaningOf(column.name)}
              hideLabel
              placeholder={said.add}
              options={options}
              value={null}
              onChange={(field) => onMeaning(column.name, field)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
