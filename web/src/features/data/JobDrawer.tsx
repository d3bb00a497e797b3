/** One job: how far it is or what came of it, why it failed, and the way to what it made. */
import { ClewProblem } from "~/api/problem";
import { isOver, type Job, type JobLine, JobView, useJob } from "~/jobs";
import { Button, Drawer, LinkButton, ProblemState, Shown } from "~/ui";
import { words } from "~/words";
import { moment } from "~/words/format";
import { JobBadge, secondsOf, titleOf } from "./JobBadge";

const said = words.data.jobs;

interface JobDrawerProps {
  id: string;
  onClose: () => void;
  onStop: (job: JobLine) => void;
}

export function JobDrawer({ id, onClose, onStop }: JobDrawerProps) {
  const ask = useJob(id === "" ? null : id);
  return (
    <Drawer title={ask.data ? titleOf(ask.data) : words.data.tabs.jobs} isOpen={id !== ""} onClose={onClose}>
      {id !== "" && <Shown ask={ask}>{(job) => <Details job={job} onStop={onStop} />}</Shown>}
    </Drawer>
  );
}

function Details({ job, onStop }: { job: Job; onStop: (job: JobLine) => void }) {
  const seconds = secondsOf(job);
  return (
    <div className="data-stack">
      <p className="data-row">
        <JobBadge state={job.state} />
        <span>{moment(job.created_at)}</span>
        {seconds !== null && <span>{words.jobs.took(seconds)}</span>}
        <span>{job.author || said.byClew}</span>
        {job.attempts > 1 && <span>{said.attempts(job.attempts)}</span>}
      </p>
      {job.problem && (
        <ProblemState problem={new ClewProblem({ status: 422, title: said.problem, detail: job.problem })} />
      )}
      {!isOver(job) && (
        <>
          <JobView job={job} />
          <div className="data-row">
            <Button icon="stop" onPress={() => onStop(job)}>
              {said.cancel}
            </Button>
          </div>
        </>
      )}
      <div className="data-row">
        {(job.kind === "import" || job.kind === "simulate") && (
          <LinkButton icon="arrow-right" to={`/start?job=${job.id}`}>
            {said.seeImport}
          </LinkButton>
        )}
        {job.kind === "look" && job.state === "done" && (
          <LinkButton icon="arrow-right" to={`/start?look=${job.id}`}>
            {said.seeProposals}
          </LinkButton>
        )}
      </div>
      {job.kind === "retry" && job.state === "done" && <Retried result={job.result} />}
    </div>
  );
}

interface RetriedFile {
  file: string;
  tried: number;
  stored: number;
  still: number;
  note: string;
}

/** What another try gave, file by file. */
function Retried({ result }: { result: Readonly<Record<string, unknown>> }) {
  const files = (Array.isArray(result.retried) ? result.retried : []) as RetriedFile[];
  return (
    <ul className="data-list">
      {files.map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two imports of one file are two lines
        <li key={at}>
          <bdi>{file.file}</bdi>: {words.data.jobs.retried(file.stored, file.still)} <bdi>{file.note}</bdi>
        </li>
      ))}
    </ul>
  );
}
