/** A narrow strip on every screen while Clew works in the background: what, how far, and the way to the details. */
import { Named } from "~/ui/Named";
import { Progress } from "~/ui/Progress";
import { TextLink } from "~/ui/TextLink";
import { words } from "~/words";
import { type Job, jobTitle, useJobsAtWork } from "./jobs";
import "./JobStrip.css";

const said = words.app.jobs;

export function JobStrip({ opening }: { opening: string | null }) {
  const [job, ...waiting] = useJobsAtWork();
  if (!job && opening === null) return null;
  return (
    <section className="app-jobs" aria-label={said.region}>
      {job ? (
        <>
          <div className="app-jobs-bar">
            <Progress
              label={jobTitle(job)}
              value={job.progress.total > 0 ? job.progress.done : null}
              max={job.progress.total}
              valueText={amountOf(job)}
            />
          </div>
          <span className="app-jobs-what">
            {job.progress.what ? (
              <Named>{job.progress.what}</Named>
            ) : (
              (said.stages[job.progress.stage] ?? (job.state === "waiting" ? said.waiting : ""))
            )}
          </span>
          {waiting.length > 0 && <span className="app-jobs-more">{said.more(waiting.length)}</span>}
          <TextLink to="/data/jobs">{said.open}</TextLink>
        </>
      ) : (
        <div className="app-jobs-bar">
          <Progress label={said.opening("")} value={null} />
        </div>
      )}
    </section>
  );
}

function amountOf({ progress, state }: Job): string {
  if (state === "waiting") return said.waiting;
  return progress.unit && progress.unit !== "bytes" ? said.amount(progress.done, progress.total, progress.unit) : "";
}
