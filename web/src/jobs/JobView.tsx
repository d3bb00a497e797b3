/** A job at work: its stages, how far it is, how fast, and file by file. */
import { Named } from "~/ui/Named";
import { Progress } from "~/ui/Progress";
import { Steps } from "~/ui/Steps";
import { words } from "~/words";
import { usePace } from "./pace";
import type { Job } from "./types";
import "./jobs.css";

const said = words.jobs;
/** What each kind goes through, in order; `opening` is the server's, after the job. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  import: ["looking", "reading", "joining", "opening"],
  simulate: ["making", "looking", "reading", "joining", "opening"],
  retry: ["retrying", "joining", "opening"],
  start_over: ["removing", "joining", "opening"],
  take_back: ["removing", "joining", "opening"],
  weigh: ["joining", "cutting"],
};

export interface JobViewProps {
  job: Job;
  /** The job is done, and its numbers are being opened. */
  isOpening?: boolean;
}

export function JobView({ job, isOpening = false }: JobViewProps) {
  const stages = STAGES[job.kind];
  const stage = isOpening ? "opening" : job.progress.stage;
  return (
    <div className="job-view">
      {stages && (
        <Steps
          label={said.stagesLabel}
          steps={stages.map((id) => ({ id, label: said.shortStages[id] ?? id }))}
          current={stages.includes(stage) ? stage : (stages[0] ?? "")}
        />
      )}
      {isOpening ? <Progress label={said.stages.opening ?? ""} value={null} /> : <Far job={job} />}
      {job.attempts > 1 && <p className="job-note">{said.another(job.attempts)}</p>}
    </div>
  );
}

function Far({ job }: { job: Job }) {
  const { stage, done, total, unit, what, files } = job.progress;
  const { perSecond, secondsLeft } = usePace(job);
  const amount = said.units[unit];
  const text = amount ? (total > 0 ? said.of(amount(done), amount(total)) : done > 0 ? amount(done) : "") : "";
  const label = job.state === "waiting" && stage === "" ? (said.states.waiting ?? "") : (said.stages[stage] ?? "");
  return (
    <>
      <Progress label={label} value={total > 0 ? done : null} max={total} {...(text ? { valueText: text } : {})} />
      <p className="job-now" aria-live="off">
        {what && <Named>{what}</Named>}
        {unit === "rows" && perSecond !== null && <span className="job-pace">{said.rate(perSecond)}</span>}
        {secondsLeft !== null && secondsLeft > 2 && <span className="job-pace">{said.left(secondsLeft)}</span>}
      </p>
      {files.length > 0 && <Files files={files} now={what} />}
    </>
  );
}

function Files({ files, now }: { files: Job["progress"]["files"]; now: string }) {
  return (
    <ul className="job-files" aria-label={said.files}>
      {files.map((file) => (
        <li key={file.name} className={file.name === now ? "job-file job-file-now" : "job-file"}>
          <Progress
            label={file.name}
            value={file.done}
            max={Math.max(file.total, file.done, 1)}
            valueText={fileText(file)}
          />
        </li>
      ))}
    </ul>
  );
}

function fileText({ done, total }: { done: number; total: number }): string {
  const rows = said.units.rows ?? String;
  if (done === 0) return total > 0 ? said.fileWaits : "";
  return done >= total ? rows(done) : said.of(rows(done), rows(total));
}
