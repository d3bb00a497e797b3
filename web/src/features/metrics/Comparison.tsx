/** This selection held against a second one: both values, their difference, and whether chance explains it. */
import { type components, useAsk } from "~/api/client";
import { useBehind } from "~/behind";
import { drillTo, type Selection, useSelection } from "~/selection";
import { Card, Change, EmptyState, MetricNumber, Select, Shown, Skeleton, TextLink } from "~/ui";
import { words } from "~/words";
import { metricChange } from "~/words/format";
import { OwnSelection } from "./OwnSelection";
import { Scale, scaleEnd } from "./Scale";
import { useTold } from "./told";
import { asVersusParams, CHOICES, type Choice, daysBefore, useVersus } from "./versus";

type State = components["schemas"]["ComparisonState"];

const said = words.metrics.compare;

export function Comparison({ name }: { name: string }) {
  const versus = useVersus();
  const { selection } = useSelection();
  const hasFilter = Object.entries(selection).some(([key, value]) => key !== "from" && key !== "to" && value?.length);
  const missing: Partial<Record<Choice, string>> = {
    ...(daysBefore(selection) ? {} : { before: said.needsPeriod }),
    ...(hasFilter ? {} : { unfiltered: said.needsFilter }),
  };
  const options = CHOICES.map((id) => ({
    id,
    label: said.choices[id],
    ...(missing[id] ? { description: missing[id], isDisabled: true } : {}),
  }));
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        <Select label={said.against} hideLabel options={options} value={versus.choice} onChange={versus.choose} />
      }
    >
      {versus.choice === "own" && <OwnSelection own={versus.own} onChange={versus.setOwn} />}
      {versus.selection ? (
        <Compared name={name} versus={versus.selection} />
      ) : (
        <EmptyState compact icon="metrics" title={missing[versus.choice] ?? said.hint} />
      )}
    </Card>
  );
}

function Compared({ name, versus }: { name: string; versus: Selection }) {
  const { asParams } = useSelection();
  const ask = useAsk("/api/v1/metrics/{name}/compare", {
    params: { path: { name }, query: { ...asParams, ...asVersusParams(versus) } },
  });
  return (
    <Shown ask={ask} skeleton={<Skeleton height={150} />}>
      {(data) => <SideBySide found={data} versus={versus} />}
    </Shown>
  );
}

function SideBySide({ found, versus }: { found: State; versus: Selection }) {
  const { selection } = useSelection();
  const { hrefOf } = useBehind();
  const most = scaleEnd([found.now, found.before]);
  const sides = [
    { id: "now", title: said.now, metric: found.now, of: selection, to: hrefOf(found.now_through) },
    { id: "before", title: said.other, metric: found.before, of: versus, to: drillTo(found.before_through, versus) },
  ];
  return (
    <div className="m-sides">
      {sides.map((side) => (
        <section key={side.id} className="m-side" aria-label={side.title}>
          <h3 className="m-side-title">{side.title}</h3>
          <Told selection={side.of} />
          <MetricNumber metric={{ ...side.metric, n: null }} />
          {side.metric.n === 0 ? (
            <span>{words.ui.metric.n(0)}</span>
          ) : (
            <TextLink to={side.to} quiet label={words.metrics.catalogue.openN(side.title, side.metric.n)}>
              {words.ui.metric.n(side.metric.n)}
            </TextLink>
          )}
          <Scale metric={side.metric} most={most} label={side.title} />
        </section>
      ))}
      <Difference found={found} />
    </div>
  );
}

function Difference({ found }: { found: State }) {
  const { difference, now, shared } = found;
  const { low, high, verdict } = difference;
  const isKnown = verdict !== "unknown";
  return (
    <section className="m-side m-side-difference" aria-label={said.difference}>
      <h3 className="m-side-title">{said.difference}</h3>
      {difference.value !== null && (
        <Change
          value={difference.value}
          unit={now.unit}
          better={isKnown && now.better !== "neither" ? now.better : null}
          certain={verdict !== "within_chance"}
        />
      )}
      <p>{said.verdict[verdict]}</p>
      <p className="m-note">
        {low !== null && high !== null
          ? said.interval(metricChange({ value: low, unit: now.unit }), metricChange({ value: high, unit: now.unit }))
          : difference.value !== null
            ? said.openInterval
            : difference.reason}
      </p>
      {shared > 0 && <p className="m-note">{said.shared(shared)}</p>}
    </section>
  );
}

/** What a selection asks for, in words. */
function Told({ selection }: { selection: Selection }) {
  const told = useTold(selection);
  return (
    <ul className="m-told">
      {told.map((one) => (
        <li key={one}>
          <bdi>{one}</bdi>
        </li>
      ))}
    </ul>
  );
}
