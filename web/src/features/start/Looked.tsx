/** The second step: while Clew looks into the files how far it is, then what it took them for. */
import { useAsk } from "~/api/client";
import { ClewProblem } from "~/api/problem";
import { isOver, type Job, JobView, useCancelJob, useJob } from "~/jobs";
import { Button, Card, ProblemState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Check } from "./Check";
import type { Go } from "./StartScreen";

const said = words.start;

export function Looked({ id, go }: { id: string; go: Go }) {
  const job = useJob(id);
  return (
    <Shown ask={job} skeleton={<Skeleton height={260} />}>
      {(now) => (now.state === "done" ? <Proposed id={id} go={go} /> : <Looking job={now} go={go} />)}
    </Shown>
  );
}

function Looking({ job, go }: { job: Job; go: Go }) {
  const { cancel, isPending, problem } = useCancelJob();
  const upload = typeof job.order.upload === "string" ? job.order.upload : null;
  const back = () => go(upload ? "upload" : null, upload ?? "");
  if (isOver(job)) {
    const title = job.state === "cancelled" ? said.job.cancelled : said.job.failed;
    return (
      <Card>
        <ProblemState problem={new ClewProblem({ status: 422, title, detail: job.problem || title })} />
        <div className="start-row">
          <Button icon="undo" onPress={back}>
            {said.job.chooseAgain}
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <Card
      title={said.look.title}
      actions={
        <Button size="small" icon="stop" isPending={isPending} onPress={() => void cancel(job.id).catch(() => null)}>
          {said.look.cancel}
        </Button>
      }
    >
      {problem && <ProblemState problem={problem} compact />}
      <JobView job={job} />
    </Card>
  );
}

function Proposed({ id, go }: { id: string; go: Go }) {
  const ask = useAsk("/api/v1/imports/{job_id}/proposals", { params: { path: { job_id: id } } }, { ofView: false });
  return (
    <Shown ask={ask} skeleton={<Skeleton height={420} />}>
      {(proposals) => <Check look={id} proposals={proposals} go={go} />}
    </Shown>
  );
}
