/** What a metric is, in words and as the query that is run. */
import type { components } from "~/api/client";
import { Button, copyText, notify } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";

type State = components["schemas"]["DefinitionState"];

const said = words.metrics.definition;

export function Definition({ definition }: { definition: State }) {
  const facts: readonly (readonly [string, string])[] = [
    [said.formula, definition.formula],
    [said.statistic, said.statistics[definition.statistic]],
    [said.unit, said.units[definition.unit]],
    [said.better, said.betters[definition.better]],
    [said.matures, definition.matures_after],
    [said.leftOut, definition.left_out],
    [said.source, definition.source],
    [said.version, number(definition.version)],
  ];
  return (
    <>
      <dl className="m-facts">
        {facts.map(([name, value]) => (
          <div key={name} className="m-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Query sql={definition.sql} />
    </>
  );
}

function Query({ sql }: { sql: string }) {
  const copy = async () => {
    const done = await copyText(sql);
    notify(done ? { text: said.copied, tone: "good" } : { text: said.copyFailed, tone: "warn" });
  };
  return (
    <details className="m-query">
      <summary>{said.sql}</summary>
      <div className="m-query-head">
        <p className="m-faint">{said.sqlLead}</p>
        <Button size="small" icon="copy" onPress={() => void copy()}>
          {said.copy}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="m-sql" aria-label={said.sql} tabIndex={0}>
        <pre>{sql}</pre>
      </section>
    </details>
  );
}
