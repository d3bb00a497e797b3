/** What was found: a list of the tables with how sure Clew is, one of them open to be corrected, and the import. */
import { useState } from "react";
import { asProblem, ClewProblem } from "~/api/problem";
import { useOrderJob } from "~/jobs";
import { forgetKept, readKept } from "~/mapping";
import { usePlace } from "~/selection";
import { Button, Card, EmptyState, ProblemState } from "~/ui";
import { words } from "~/words";
import { choiceOf, forgetChoices, useChoices } from "./choices";
import { FoundTables } from "./FoundTables";
import { finalTexts } from "./finalTexts";
import { OpenTable } from "./OpenTable";
import { RefusedFiles } from "./RefusedFiles";
import type { Go } from "./StartScreen";
import type { Proposals, ProposedTable } from "./types";

const said = words.start.check;

export function Check({ look, proposals, go }: { look: string; proposals: Proposals; go: Go }) {
  const { tables, refused } = proposals;
  const [place, setPlace] = usePlace("table", "");
  const [choices, choose] = useChoices(look);
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set());
  const { order, problem: notOrdered, isPending } = useOrderJob();
  const [isReading, setReading] = useState(false);
  const [notRead, setNotRead] = useState<ClewProblem | null>(null);
  const problem = notRead ?? notOrdered;
  const open = tables.find((table) => String(table.table) === place) ?? tables[0];
  const chosen = tables.filter((table) => !choiceOf(choices, table.table).leftOut);
  const files = chosen.reduce((sum, table) => sum + table.files.length, 0);
  const rows = chosen.reduce((sum, table) => sum + table.files.reduce((all, file) => all + file.rows, 0), 0);
  const noteWrong = (table: number, isWrong: boolean) =>
    setWrong((now) => (now.has(table) === isWrong ? now : toggled(now, table)));

  const begin = async () => {
    setReading(true);
    setNotRead(null);
    const texts = await finalTexts(look, chosen).catch((thrown: unknown) => asProblem(thrown));
    setReading(false);
    if (texts instanceof ClewProblem) return setNotRead(texts);
    if (texts.failed.length > 0) {
      // Kept with those found wrong while open, so that mending one takes it off again.
      setWrong((now) => new Set([...now, ...texts.failed]));
      return setPlace(String(texts.failed[0]));
    }
    const confirmed = chosen.map((table) => ({
      table: table.table,
      replace: choiceOf(choices, table.table).replace,
      ...(texts.texts[table.table] === undefined ? {} : { text: texts.texts[table.table] }),
    }));
    const job = await order("import", { look, tables: confirmed }).catch(() => null);
    if (!job) return;
    forgetKept(`${look}.`);
    forgetChoices(look);
    go("job", job.id);
  };

  if (!open) return <Nothing refused={refused} go={go} />;
  const toMend = chosen.filter((table) => wrong.has(table.table));
  return (
    <div className="check">
      <div className="check-panes">
        <FoundTables
          tables={tables}
          open={open.table}
          onOpen={(table) => setPlace(String(table))}
          stateOf={(table) => ({
            leftOut: choiceOf(choices, table.table).leftOut,
            wrong: wrong.has(table.table),
            changed: readKept(`${look}.${table.table}`) !== null,
          })}
        />
        <OpenTable
          key={open.table}
          look={look}
          table={open}
          choice={choiceOf(choices, open.table)}
          onChoose={(part) => choose(open.table, part)}
          onWrong={(isWrong) => noteWrong(open.table, isWrong)}
        />
      </div>
      {refused.length > 0 && <RefusedFiles files={refused} />}
      <div className="check-foot">
        {problem && <ProblemState problem={problem} compact />}
        {toMend.length > 0 && <p className="start-note start-warn">{said.mend(toMend.length)}</p>}
        <div className="start-row">
          <Button kind="quiet" icon="undo" onPress={() => go(null)}>
            {said.anew}
          </Button>
          <span className="check-sum">{files > 0 ? said.about(rows) : said.nothingChosen}</span>
          <Button
            kind="primary"
            icon="arrow-right"
            isPending={isPending || isReading}
            isDisabled={files === 0 || toMend.length > 0}
            onPress={() => void begin()}
          >
            {said.import(files)}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Nothing({ refused, go }: { refused: Proposals["refused"]; go: Go }) {
  return (
    <Card>
      <EmptyState
        icon="file"
        title={said.nothing}
        body={said.nothingBody}
        action={
          <Button kind="primary" icon="undo" onPress={() => go(null)}>
            {said.anew}
          </Button>
        }
      />
      <RefusedFiles files={refused} isOpen />
    </Card>
  );
}

function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

export type { ProposedTable };
