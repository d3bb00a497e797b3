/** The list of what was found: each table's files, what it was taken for, and whether something is left to do. */
import { Badge, Icon, Named } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import type { ProposedTable } from "./types";

const said = words.start.check;

interface TableState {
  leftOut: boolean;
  wrong: boolean;
  changed: boolean;
}

interface FoundTablesProps {
  tables: readonly ProposedTable[];
  open: number;
  onOpen: (table: number) => void;
  stateOf: (table: ProposedTable) => TableState;
}

export function FoundTables({ tables, open, onOpen, stateOf }: FoundTablesProps) {
  return (
    <nav className="found" aria-label={said.tables}>
      <ul>
        {tables.map((table) => {
          const state = stateOf(table);
          return (
            <li key={table.table}>
              <button
                type="button"
                className={state.leftOut ? "found-one found-left" : "found-one"}
                aria-current={table.table === open ? "true" : undefined}
                onClick={() => onOpen(table.table)}
              >
                <span className="found-name">
                  <Icon name={table.files.length > 1 ? "folder" : "file"} size={16} />
                  <Named>{nameOf(table)}</Named>
                </span>
                <span className="found-what">
                  {table.connector === "table" ? words.start.check.guessed : table.connector_title}
                  {" · "}
                  {said.rows(table.files.reduce((sum, file) => sum + file.rows, 0))}
                </span>
                <Marks table={table} state={state} />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Marks({ table, state }: { table: ProposedTable; state: TableState }) {
  if (state.leftOut) return <Badge>{said.left}</Badge>;
  return (
    <span className="found-marks">
      {state.wrong && (
        <Badge tone="bad" icon="error">
          {said.wrong}
        </Badge>
      )}
      {state.changed && <Badge tone="info">{said.changed}</Badge>}
      {table.connector === "table" && table.guessed && table.questions.length > 0 && (
        <Badge tone="warn" icon="question">
          {said.questions(table.questions.length)}
        </Badge>
      )}
      {!table.guessed && <Badge>{said.saved}</Badge>}
    </span>
  );
}

/** One file by its name, several by the folder they lie in. */
export function nameOf(table: ProposedTable): string {
  const [first] = table.files;
  const name = first?.name ?? table.source;
  if (table.files.length < 2) return name.split("/").at(-1) ?? name;
  return `${table.connector_title} (${number(table.files.length)})`;
}
