/** The metrics that head the map, in one strip; each opens the journeys it counts. */
import { useAsk } from "~/api/client";
import { BehindLink } from "~/behind";
import { useSelection } from "~/selection";
import { MetricNumber, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { ChangeMark } from "./ChangeMark";
import type { MapMetric } from "./types";

const said = words.map;

export function HeadlineStrip() {
  const { asParams } = useSelection();
  const ask = useAsk("/api/v1/map/headline", { params: { query: asParams } });
  return (
    <section aria-label={said.headline} className="m-headline-frame">
      <Shown ask={ask} skeleton={<Skeleton height={104} />}>
        {(found) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <ul className="m-headline" tabIndex={0} aria-label={said.headline}>
            {found.metrics.map((metric) => (
              <Headline key={metric.metric.name} found={metric} />
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

function Headline({ found }: { found: MapMetric }) {
  const { metric } = found;
  return (
    <li className="m-headline-item" title={metric.value === null ? metric.reason : found.question}>
      <h2 className="m-headline-title">{metric.title}</h2>
      {metric.value === null ? (
        <p className="m-headline-why">
          <b>{said.state[metric.state]}</b>: {metric.reason}
        </p>
      ) : (
        <MetricNumber metric={{ ...metric, n: null }} />
      )}
      <p className="m-headline-foot">
        <BehindLink through={metric.n > 0 ? found.through : null}>{words.ui.metric.n(metric.n)}</BehindLink>
        {metric.value !== null && <ChangeMark change={found.change} unit={metric.unit} better={metric.better} />}
      </p>
    </li>
  );
}
