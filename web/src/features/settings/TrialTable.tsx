/** How many steps would change their stage by the rules as they stand in the editor. */
import { amountColumn, Card, type Column, DataTable, ProblemState, Skeleton } from "~/ui";
import { words } from "~/words";
import { metricChange, number } from "~/words/format";
import type { Settings, Trial } from "./types";
import type { Trying } from "./useTrial";

const said = words.settings.trial;
type Row = Trial["stages"][number];

export function TrialTable({ trial, stages }: { trial: Trying; stages: Settings["stages"]["names"] }) {
  const { data, problem } = trial;
  if (problem && problem.kind === "not-built") return <p className="settings-none">{said.notBuilt}</p>;
  if (problem) return <ProblemState problem={problem} compact />;
  if (!data) return <Skeleton height={220} />;
  const titles = new Map(stages.map((stage) => [stage.name, stage.title]));
  const titleOf = (stage: string) => titles.get(stage) ?? (stage === "other" ? said.other : stage);
  const columns: readonly Column<Row>[] = [
    { id: "stage", header: said.stage, value: (row) => titleOf(row.stage), cell: (row) => titleOf(row.stage) },
    amountColumn("before", said.before, number, (row) => row.before),
    amountColumn("after", said.after, number, (row) => row.after),
    amountColumn("difference", said.difference, asChange, (row) => row.after - row.before),
  ];
  return (
    <Card
      title={said.title}
      lead={
        <span role="status">{data.changed === 0 ? said.same(data.steps) : said.changed(data.changed, data.steps)}</span>
      }
      flush
    >
      <div aria-busy={trial.isStale}>
        <DataTable
          label={said.title}
          columns={columns}
          rows={data.stages}
          rowKey={(row) => row.stage}
          totals={{ stage: said.total, before: number(data.steps), after: number(data.steps) }}
        />
      </div>
    </Card>
  );
}

const asChange = (value: number | null): string => metricChange({ value, unit: "count" });
