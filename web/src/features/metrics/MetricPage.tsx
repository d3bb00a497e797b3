/** One metric: what it is, its value, what became of every journey, its trend, breakdown, spread and comparisons. */
import { type components, useAsk } from "~/api/client";
import { BehindLink, BehindPlace } from "~/behind";
import { screenAt, useSelection } from "~/selection";
import { Button, Card, EmptyState, LinkButton, MetricNumber, ProblemState, Screen, Skeleton } from "~/ui";
import { words } from "~/words";
import { Boundaries } from "./Boundaries";
import { Breakdown } from "./Breakdown";
import { Comparison } from "./Comparison";
import { Definition } from "./Definition";
import { Parts } from "./Parts";
import { Spread } from "./Spread";
import { Trend } from "./Trend";

type Detail = components["schemas"]["MetricDetail"];

const said = words.metrics;

export function MetricPage({ name }: { name: string }) {
  const { asParams, selection } = useSelection();
  const ask = useAsk("/api/v1/metrics/{name}", { params: { path: { name }, query: asParams } });
  const back = (
    <LinkButton to={screenAt("/metrics", selection)} kind="quiet" size="small" icon="arrow-left">
      {said.all}
    </LinkButton>
  );
  if (ask.problem?.status === 404) {
    return (
      <Screen title={said.notThere.title} lead={said.notThere.body} actions={back}>
        <ProblemState problem={ask.problem} />
      </Screen>
    );
  }
  const detail = ask.data;
  return (
    <Screen
      title={detail?.definition.title ?? words.app.screens.metrics}
      lead={detail?.definition.question ?? "\u00a0"}
      actions={back}
    >
      {ask.problem && <ProblemState problem={ask.problem} retry={ask.refetch} />}
      <div className="m-top">
        {detail?.journeys === 0 ? (
          <Nobody />
        ) : (
          <div className="m-stack">
            <Value detail={detail} />
            <Boundaries name={name} />
          </div>
        )}
        <Card title={said.definition.title}>
          {detail ? <Definition definition={detail.definition} /> : <Skeleton height={220} />}
        </Card>
      </div>
      {detail?.journeys !== 0 && (
        <>
          <Trend name={name} unit={detail?.metric.unit ?? "count"} title={detail?.metric.title ?? ""} />
          <div className="m-pair">
            <Breakdown name={name} />
            <div className="m-stack">
              <Spread name={name} />
              <Comparison name={name} />
            </div>
          </div>
        </>
      )}
      <BehindPlace />
    </Screen>
  );
}

function Value({ detail }: { detail: Detail | undefined }) {
  if (!detail) {
    return (
      <Card title={said.value}>
        <Skeleton height={220} />
      </Card>
    );
  }
  const { metric, through } = detail;
  return (
    <Card title={said.value}>
      <div className="m-value-card">
        <MetricNumber metric={{ ...metric, n: null }} size="large" />
        <BehindLink through={metric.n > 0 ? through : null} label={said.catalogue.openN(metric.title, metric.n)}>
          {words.ui.metric.n(metric.n)}
        </BehindLink>
        <Parts detail={detail} />
      </div>
    </Card>
  );
}

/** The selection holds no journey; what the metric is can be read all the same. */
function Nobody() {
  const { clear } = useSelection();
  const { none } = said;
  return (
    <Card title={said.value}>
      <EmptyState
        compact
        icon="filter"
        title={none.title}
        body={none.body}
        action={<Button onPress={clear}>{none.clear}</Button>}
      />
    </Card>
  );
}
