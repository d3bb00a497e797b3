/** How a metric's values spread over journeys; those not there yet are drawn apart, as they have at least their value. */
import { type components, useAsk } from "~/api/client";
import { useBehind } from "~/behind";
import { Figure } from "~/charts";
import { useSelection } from "~/selection";
import { Card, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { number, percent } from "~/words/format";
import { areParts, binLabel } from "./bins";

type State = components["schemas"]["DistributionState"];
type Bin = State["bins"][number];

const said = words.metrics.spread;

export function Spread({ name }: { name: string }) {
  const { asParams } = useSelection();
  const ask = useAsk("/api/v1/metrics/{name}/distribution", { params: { path: { name }, query: asParams } });
  return (
    <Card>
      <Shown ask={ask} skeleton={<Skeleton height={360} />}>
        {(data) => (
          <Figure
            level={2}
            title={said.title}
            description={`${said.lead[data.unit]} ${said.total(data.measured)}.`}
            name={`${name}-spread`}
            table={{
              columns: [said.column.value, said.column.counted, said.column.censored],
              rows: data.bins.map((bin) => [binLabel(bin, data.unit, areParts(data.bins)), bin.counted, bin.censored]),
            }}
          >
            <Bins spread={data} />
          </Figure>
        )}
      </Shown>
    </Card>
  );
}

function Bins({ spread }: { spread: State }) {
  const most = Math.max(...spread.bins.map(heightOf), 1);
  const hasCensored = spread.bins.some((bin) => bin.censored > 0);
  return (
    <>
      {hasCensored && (
        <ul className="m-legend m-legend-row">
          <li>
            <span className="m-mark m-part-counted" aria-hidden="true" />
            {said.counted}
          </li>
          <li>
            <span className="m-mark m-part-censored" aria-hidden="true" />
            {said.censored}
          </li>
        </ul>
      )}
      <ul className="m-bins">
        {spread.bins.map((bin) => (
          <Row key={bin.through} bin={bin} spread={spread} most={most} />
        ))}
      </ul>
    </>
  );
}

const heightOf = (bin: Bin): number => bin.counted + bin.censored;

function Row({ bin, spread, most }: { bin: Bin; spread: State; most: number }) {
  const { open } = useBehind();
  const label = binLabel(bin, spread.unit);
  const n = heightOf(bin);
  const content = (
    <>
      <span className="m-bin-label">{label}</span>
      <span className="m-bin-track" aria-hidden="true">
        <span className="m-part-counted" style={{ width: `${(bin.counted / most) * 100}%` }} />
        <span className="m-part-censored" style={{ width: `${(bin.censored / most) * 100}%` }} />
      </span>
      <span className="m-bin-n">
        {number(n)}
        <span className="m-faint">{spread.measured > 0 ? percent(n / spread.measured) : words.charts.empty}</span>
      </span>
    </>
  );
  if (n === 0) {
    return (
      <li>
        <div className="m-bin">{content}</div>
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="m-bin m-bin-opens" onClick={() => open(bin.through)}>
        {content}
        <span className="c-hidden">{said.open}</span>
      </button>
    </li>
  );
}
