/** What became of every journey in a metric: one bar of four parts that sum to all, each opening its journeys. */
import type { components } from "~/api/client";
import { BehindLink } from "~/behind";
import { Figure } from "~/charts";
import { words } from "~/words";

type Detail = components["schemas"]["MetricDetail"];
type Part = keyof Detail["parts"];

const said = words.metrics.parts;
const ORDER: readonly Part[] = ["counted", "censored", "immature", "left_out"];

export function Parts({ detail }: { detail: Detail }) {
  const { journeys, parts, parts_through } = detail;
  const shareOf = (part: Part) => (journeys > 0 ? parts[part] / journeys : 0);
  return (
    <Figure
      title={said.title}
      description={said.lead(journeys)}
      name={`${detail.definition.name}-parts`}
      table={{
        columns: [said.column.part, said.column.n, said.column.share],
        units: [null, null, "ratio"],
        rows: ORDER.map((part) => [said.names[part], parts[part], shareOf(part)]),
      }}
    >
      <div className="m-parts" aria-hidden="true">
        {ORDER.filter((part) => parts[part] > 0).map((part) => (
          <span key={part} className={`m-part m-part-${part}`} style={{ width: `${shareOf(part) * 100}%` }} />
        ))}
      </div>
      <ul className="m-legend">
        {ORDER.map((part) => (
          <li key={part}>
            <span className={`m-mark m-part-${part}`} aria-hidden="true" />
            <span title={said.help[part]}>{said.names[part]}</span>
            {parts[part] > 0 ? (
              <BehindLink
                through={`${parts_through}/${part}`}
                label={said.open(said.names[part], said.of(parts[part], shareOf(part)))}
              >
                {said.of(parts[part], shareOf(part))}
              </BehindLink>
            ) : (
              <span className="m-faint">{said.of(0, 0)}</span>
            )}
          </li>
        ))}
      </ul>
    </Figure>
  );
}
