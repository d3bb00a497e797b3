/** What Clew did and is doing: each job with its state, how far it is, why it failed; it can be stopped. */

import { isOver, type JobLine, useCancelJob, useJobs, useOrderJob } from "~/jobs";
import { usePlace } from "~/selection";
import { amountColumn, Button, type Column, DataTable, EmptyState, notify, ProblemState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { duration, moment } from "~/words/format";
import { JobBadge, secondsOf, titleOf } from "./JobBadge";
import { JobDrawer } from "./JobDrawer";

const said = words.data.jobs;
const kinds = words.jobs;

export function Jobs() {
  const ask = useJobs();
  const [open, setOpen] = usePlace("job", "");
  const { cancel, problem: notCancelled } = useCancelJob();
  const build = useOrderJob();
  const problem = notCancelled ?? build.problem;
  const stop = async (job: JobLine) => {
    try {
      await cancel(job.id);
    } catch {
      return; // `problem` says why
    }
    notify({ text: said.cancelled(titleOf(job)), tone: "info" });
  };
  return (
    <div className="data-stack">
      <p className="data-lead">{said.lead}</p>
      {problem && <ProblemState problem={problem} compact />}
      <Shown
        ask={ask}
        skeleton={<Skeleton height={320} />}
        empty={(list) =>
          list.items.length === 0 && <EmptyState icon="hourglass" title={said.empty} body={said.emptyBody} />
        }
      >
        {(list) => (
          <DataTable
            label={words.data.tabs.jobs}
            columns={columnsWith(stop)}
            rows={list.items}
            rowKey={(job) => job.id}
            onRow={(job) => setOpen(job.id, "push")}
            rowLabel={(job) => said.open(titleOf(job))}
            caption={words.data.tabs.jobs}
            download="jobs"
          />
        )}
      </Shown>
      <div className="data-row">
        <Button icon="refresh" isPending={build.isPending} onPress={() => void build.order("build").catch(() => null)}>
          {said.build}
        </Button>
      </div>
      <JobDrawer id={open} onClose={() => setOpen(null)} onStop={(job) => void stop(job)} />
    </div>
  );
}

function howFar(job: JobLine): string {
  if (job.state === "failed") return job.problem;
  if (isOver(job)) return "";
  const { stage, done, total, unit } = job.progress;
  const amount = kinds.units[unit];
  const share = amount ? (total > 0 ? kinds.of(amount(done), amount(total)) : amount(done)) : "";
  return [kinds.stages[stage] ?? "", share].filter(Boolean).join(": ");
}

const columnsWith = (stop: (job: JobLine) => Promise<void>): Column<JobLine>[] => [
  { id: "kind", header: said.kind, cell: (job) => <span className="nowrap">{titleOf(job)}</span>, value: titleOf },
  {
    id: "state",
    header: said.state,
    cell: (job) => <JobBadge state={job.state} />,
    value: (job) => kinds.states[job.state] ?? job.state,
  },
  {
    id: "what",
    header: said.what,
    cell: (job) => <bdi className="data-wrap">{howFar(job)}</bdi>,
    value: howFar,
  },
  {
    id: "when",
    header: said.when,
    cell: (job) => <span className="nowrap">{moment(job.created_at)}</span>,
    value: (job) => job.created_at,
  },
  amountColumn("took", said.took, duration, secondsOf, { hideOnSmall: true }),
  {
    id: "by",
    header: said.by,
    cell: (job) => job.author || said.byClew,
    value: (job) => job.author || said.byClew,
    hideOnSmall: true,
  },
  {
    id: "acts",
    header: words.data.acts,
    hidesHeader: true,
    cell: (job) =>
      isOver(job) ? null : (
        <Button size="small" kind="quiet" icon="stop" onPress={() => void stop(job)}>
          {said.cancel}
        </Button>
      ),
  },
];
