/** One table that was found: why Clew took it for that, what to check, its mapping with a preview, and whether to import it. */
import { useEffect } from "react";
import { type Edited, MappingEditor, sameDraft, useCheck, useKept } from "~/mapping";
import { Badge, Button, Card, Checkbox, Icon, Named } from "~/ui";
import { words } from "~/words";
import type { Choice } from "./choices";
import { nameOf } from "./FoundTables";
import type { ProposedTable } from "./types";

const said = words.start.check;

interface OpenTableProps {
  look: string;
  table: ProposedTable;
  choice: Choice;
  onChoose: (part: Partial<Choice>) => void;
  onWrong: (isWrong: boolean) => void;
}

export function OpenTable({ look, table, choice, onChoose, onWrong }: OpenTableProps) {
  const [kept, keep] = useKept(`${look}.${table.table}`);
  const edited: Edited = kept ?? { draft: table.draft };
  const check = useCheck(edited, { look, table: table.table });
  const wrong = (check.checked?.problems.length ?? 0) > 0;
  useEffect(() => {
    if (check.checked) onWrong(wrong);
  }, [check.checked, wrong, onWrong]);
  const change = (next: Edited) => {
    const same = next.text === undefined ? sameDraft(next.draft, table.draft) : next.text === table.text;
    keep(same ? null : next);
  };
  return (
    <Card
      title={<Named>{nameOf(table)}</Named>}
      lead={<Lead table={table} />}
      actions={
        kept && (
          <Button size="small" kind="quiet" icon="undo" onPress={() => keep(null)}>
            {words.mapping.undo}
          </Button>
        )
      }
    >
      <div className="open-table">
        <Files table={table} />
        <div className="open-choices">
          <Checkbox isSelected={!choice.leftOut} onChange={(isSelected) => onChoose({ leftOut: !isSelected })}>
            {said.include}
          </Checkbox>
          {table.imported_before && (
            <div className="open-before">
              <p>
                {said.before(table.imported_before)} {said.beforeHelp}
              </p>
              <Checkbox isSelected={choice.replace} onChange={(replace) => onChoose({ replace })}>
                {said.replace}
              </Checkbox>
            </div>
          )}
        </div>
        {table.questions.length > 0 && table.guessed && <Questions questions={table.questions} />}
        {!choice.leftOut && (
          <MappingEditor
            edited={edited}
            onChange={change}
            check={check}
            columns={table.columns}
            guesses={table.guesses}
            proposed={table.guessed ? table.draft : undefined}
            connectorTitle={table.connector_title}
          />
        )}
      </div>
    </Card>
  );
}

function Lead({ table }: { table: ProposedTable }) {
  if (table.connector === "table" && table.guessed) return said.guessedLead;
  return (
    <>
      {said.why} <strong>{table.connector_title}</strong>: <bdi>{table.why}</bdi>
    </>
  );
}

function Files({ table }: { table: ProposedTable }) {
  return (
    <ul className="open-files">
      {table.files.map((file) => (
        <li key={`${file.name} ${file.table}`}>
          <Badge>{words.jobs.bytes(file.bytes)}</Badge>
          <Named truncate={false}>{file.name}</Named>
          <span className="found-what">{said.rows(file.rows)}</span>
          {file.notes.map((note) => (
            <span key={note} className="found-what">
              <bdi>{note}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <section className="open-questions" aria-label={words.mapping.questions}>
      <p>
        <Icon name="question" size={16} /> {words.mapping.questions}
      </p>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <bdi>{question}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
