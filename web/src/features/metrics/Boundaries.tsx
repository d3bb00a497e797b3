/** How far a metric depends on where journeys were cut: its value beside those of other plausible boundaries. */
import { useEffect, useState } from "react";
import { ClewProblem, useAsk } from "~/api/client";
import { Figure } from "~/charts";
import { JobView, useCancelJob } from "~/jobs";
import { useSelection } from "~/selection";
import { Button, Card, MetricNumber, ProblemState, Progress, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Scale, scaleEnd } from "./Scale";
import { useWeighing, type Weighing } from "./useWeighing";
import { type BoundariesState, type Cut, cutsOf, dependence } from "./ways";

const said = words.metrics.boundaries;
const PATIENCE_SECONDS = 2;

export function Boundaries({ name }: { name: string }) {
  const { asParams } = useSelection();
  const [every, setEvery] = useState<number | false>(false);
  const ask = useAsk(
    "/api/v1/metrics/{name}/boundaries",
    { params: { path: { name }, query: asParams } },
    { everySeconds: every },
  );
  const isOpening = ask.data?.state === "opening";
  useEffect(() => setEvery(isOpening ? PATIENCE_SECONDS : false), [isOpening]);
  const weighing = useWeighing(ask.refetch);
  return (
    <Card>
      <Shown ask={ask} skeleton={<Skeleton height={180} />}>
        {(data) =>
          data.state === "made" ? <Cuts name={name} state={data} /> : <NotMade state={data} weighing={weighing} />
        }
      </Shown>
    </Card>
  );
}

function Cuts({ name, state }: { name: string; state: BoundariesState }) {
  const cuts = cutsOf(state);
  const { unit } = state.value;
  const most = scaleEnd(cuts.map(({ metric }) => metric));
  const { column } = said;
  return (
    <Figure
      level={2}
      title={said.title}
      description={dependence(state)}
      name={`${name}-boundaries`}
      table={{
        columns: [column.cut, column.meaning, column.value, column.low, column.high, column.n, column.state],
        units: [null, null, unit, unit, unit, null, null],
        rows: cuts.map(({ way, metric }) => [
          said.names[way],
          said.meanings[way],
          metric.value,
          metric.low,
          metric.high,
          metric.n,
          metric.reason || words.ui.state[metric.state],
        ]),
      }}
    >
      <ul className="m-cuts">
        {cuts.map((cut) => (
          <Row key={cut.way} cut={cut} most={most} reference={state.value.value} />
        ))}
      </ul>
      <p className="m-note">{said.basis}</p>
    </Figure>
  );
}

function Row({ cut: { way, metric }, most, reference }: { cut: Cut; most: number; reference: number | null }) {
  return (
    <li className="m-cut">
      <span className="m-cut-words">
        <strong>{said.names[way]}</strong>
        <span className="m-faint">{said.meanings[way]}</span>
      </span>
      <MetricNumber metric={metric} />
      <Scale metric={metric} most={most} label={said.names[way]} reference={way === "stands" ? null : reference} />
    </li>
  );
}

/** Nothing to show yet: how to make it, how far that is, or why it failed. */
function NotMade({ state, weighing }: { state: BoundariesState; weighing: Weighing }) {
  const { job, isAtWork, isStarting, start, problem } = weighing;
  const button = (label: string) => (
    <Button icon="metrics" isPending={isStarting} onPress={() => void start()}>
      {label}
    </Button>
  );
  return (
    <section className="m-weigh" aria-labelledby="m-weigh-title">
      <h2 id="m-weigh-title" className="ch-figure-title">
        {said.title}
      </h2>
      <p className="ch-figure-lead">{said.lead}</p>
      {problem && <ProblemState problem={problem} compact />}
      {state.state === "opening" ? (
        <Progress label={said.opening} value={null} />
      ) : job && isAtWork ? (
        <AtWork job={job} />
      ) : job?.state === "failed" ? (
        <>
          <ProblemState problem={new ClewProblem({ status: 422, title: said.failed, detail: job.problem })} compact />
          {button(said.again)}
        </>
      ) : (
        <>
          <p>{job?.state === "cancelled" ? said.cancelled : said.notMade}</p>
          {button(said.act)}
        </>
      )}
    </section>
  );
}

function AtWork({ job }: { job: NonNullable<Weighing["job"]> }) {
  const { cancel, isPending, problem } = useCancelJob();
  return (
    <>
      {problem && <ProblemState problem={problem} compact />}
      <JobView job={job} />
      <Button size="small" icon="stop" isPending={isPending} onPress={() => void cancel(job.id).catch(() => null)}>
        {words.jobs.cancel}
      </Button>
    </>
  );
}
