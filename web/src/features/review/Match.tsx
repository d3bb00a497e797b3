/** Looking for people who are alike: the button that starts it, how far it is, and what came of it. */
import { useAsk } from "~/api/client";
import { ClewProblem } from "~/api/problem";
import { isOver, type Job, useJob, useOrderJob } from "~/jobs";
import { usePlace } from "~/selection";
import { Button, Card, ProblemState, Progress } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";

const said = words.review.match;
const COUNTS = ["records", "looked_at", "accepted", "to_review", "rejected", "joined_before"] as const;
export const SHOWN = 50;

/** The queue as the first page has it; every part of the screen that asks shares one answer. */
export const useQueue = (at = 0) => useAsk("/api/v1/review", { params: { query: { at, limit: SHOWN } } });

export function MatchButton() {
  const { data: queue } = useQueue();
  const [jobId, setJobId] = usePlace<string>("job", "");
  const { data: job } = useJob(jobId || null);
  const { order, isPending } = useOrderJob();
  if (!queue || queue.state === "off" || queue.cannot_match) return null;
  const isBusy = isPending || (job !== undefined && !isOver(job));
  const act = async () => {
    const ordered = await order("match").catch(() => null);
    if (ordered) setJobId(ordered.id);
  };
  return (
    <Button
      icon="search"
      kind={queue.state === "never_matched" ? "primary" : "plain"}
      isPending={isBusy}
      onPress={() => void act()}
    >
      {queue.state === "never_matched" ? said.act : said.again}
    </Button>
  );
}

/** Why matching isn't possible here, how far it is, or what came of it; nothing where it wasn't asked for. */
export function MatchNote() {
  const { data: queue } = useQueue();
  const [jobId, setJobId] = usePlace<string>("job", "");
  const { data: job } = useJob(jobId || null);
  if (queue?.cannot_match && queue.state !== "off")
    return (
      <ProblemState
        problem={new ClewProblem({ status: 422, title: said.missing, detail: queue.cannot_match })}
        compact
      />
    );
  if (job?.kind !== "match") return null;
  if (!isOver(job)) return <Progress label={said.working} value={null} />;
  if (job.state !== "done")
    return <ProblemState problem={new ClewProblem({ status: 422, title: said.failed, detail: job.problem })} compact />;
  return <Outcome job={job} onClose={() => setJobId(null)} />;
}

interface Result extends Partial<Record<(typeof COUNTS)[number], number>> {
  fates?: Readonly<Record<string, number>>;
}

function Outcome({ job, onClose }: { job: Job; onClose: () => void }) {
  const result = job.result as Result;
  const fates = Object.entries(result.fates ?? {});
  return (
    <Card
      title={said.done}
      actions={
        <Button size="small" kind="quiet" onPress={onClose}>
          {said.close}
        </Button>
      }
    >
      <div role="status" className="review-stack">
        <dl className="review-counts">
          {COUNTS.map((name) => (
            <div key={name}>
              <dt>{said.counts[name]}</dt>
              <dd>{number(result[name])}</dd>
            </div>
          ))}
        </dl>
        {fates.length > 0 && (
          <div>
            <p className="review-told">{said.fates}</p>
            <ul className="review-plain">
              {fates.map(([told, n]) => (
                <li key={told}>
                  <bdi>{said.fate(told, n)}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}
