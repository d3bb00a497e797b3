/** The third step: how far the import is, what went wrong, and in the end what became of every row. */
import { ClewProblem } from "~/api/problem";
import { isOver, type Job, JobView, useCancelJob, useJob } from "~/jobs";
import { Button, Card, EmptyState, LinkButton, ProblemState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Report } from "./Report";
import type { Go } from "./StartScreen";
import { useOpening } from "./useOpening";

const said = words.start.job;
const TITLES: Readonly<Record<string, string>> = {
  import: said.title,
  simulate: said.simulating,
  start_over: said.startingOver,
};

export function Work({ id, go }: { id: string; go: Go }) {
  const ask = useJob(id);
  return (
    <Shown ask={ask} skeleton={<Skeleton height={260} />}>
      {(job) => (isOver(job) ? <Over job={job} go={go} /> : <AtWork job={job} />)}
    </Shown>
  );
}

function AtWork({ job }: { job: Job }) {
  const { cancel, isPending, problem } = useCancelJob();
  return (
    <Card
      title={TITLES[job.kind] ?? words.jobs.kinds[job.kind] ?? job.kind}
      lead={said.leave}
      actions={
        <Button size="small" icon="stop" isPending={isPending} onPress={() => void cancel(job.id).catch(() => null)}>
          {words.jobs.cancel}
        </Button>
      }
    >
      {problem && <ProblemState problem={problem} compact />}
      <JobView job={job} />
    </Card>
  );
}

function Over({ job, go }: { job: Job; go: Go }) {
  const look = typeof job.order.look === "string" ? job.order.look : null;
  const again = (
    <Button icon="undo" onPress={() => go(look ? "look" : null, look ?? "")}>
      {look ? said.again : said.chooseAgain}
    </Button>
  );
  if (job.state === "cancelled") {
    return (
      <Card>
        <EmptyState icon="stop" title={said.cancelled} body={said.cancelledBody} action={again} />
      </Card>
    );
  }
  if (job.state === "failed") {
    return (
      <Card title={said.failed} lead={said.failedKeeps}>
        <ProblemState problem={new ClewProblem({ status: 422, title: said.failed, detail: job.problem })} />
        <div className="start-row">{again}</div>
      </Card>
    );
  }
  if (job.kind === "start_over") {
    return (
      <Card>
        <EmptyState
          icon="good"
          title={said.startedOver}
          body={said.startedOverBody}
          action={
            <Button kind="primary" icon="upload" onPress={() => go(null)}>
              {said.chooseAgain}
            </Button>
          }
        />
      </Card>
    );
  }
  return <Done job={job} />;
}

function Done({ job }: { job: Job }) {
  const isOpening = useOpening(job);
  const { customers, files, rows } = job.result as { customers?: number; files?: number | unknown[]; rows?: number };
  return (
    <Card
      title={job.kind === "simulate" ? said.doneSimulated : said.done}
      lead={
        typeof customers === "number" && typeof files === "number"
          ? said.people(customers, files, rows ?? 0)
          : undefined
      }
    >
      <div className="work-done">
        {isOpening ? (
          <JobView job={job} isOpening />
        ) : (
          <div className="start-row">
            <LinkButton kind="primary" icon="map" to="/map">
              {said.map}
            </LinkButton>
            <LinkButton icon="overview" to="/overview">
              {said.overview}
            </LinkButton>
          </div>
        )}
        {job.kind === "import" && <Report id={job.id} />}
      </div>
    </Card>
  );
}
