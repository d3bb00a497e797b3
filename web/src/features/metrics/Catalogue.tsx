/** Every metric with its question and its value for the journeys selected. */
import { type components, useAsk } from "~/api/client";
import { BehindLink, BehindPlace } from "~/behind";
import { screenAt, useSelection } from "~/selection";
import { type Column, DataTable, intervalFile, Screen, Shown, Skeleton, TextLink, unitFile } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { Interval, State, Value } from "./Value";

type Line = components["schemas"]["CatalogueLine"];

const said = words.metrics.catalogue;

export function Catalogue() {
  const { asParams } = useSelection();
  const ask = useAsk("/api/v1/metrics", { params: { query: asParams } });
  return (
    <Screen title={words.app.screens.metrics} lead={words.metrics.lead}>
      <Shown ask={ask} skeleton={<Skeleton height={560} />}>
        {(data) => (
          <div className="m-panel">
            <DataTable
              label={words.app.screens.metrics}
              caption={said.caption}
              columns={COLUMNS}
              rows={data.metrics}
              rowKey={(line) => line.metric.name}
              download="metrics"
            />
          </div>
        )}
      </Shown>
      <BehindPlace />
    </Screen>
  );
}

const COLUMNS: readonly Column<Line>[] = [
  {
    id: "metric",
    header: said.column.metric,
    cell: (line) => <Name line={line} />,
    value: (line) => line.metric.title,
  },
  {
    id: "value",
    header: said.column.value,
    align: "end",
    cell: (line) => <Value metric={line.metric} />,
    value: (line) => line.metric.value,
    file: [{ header: said.column.value, value: (line) => line.metric.value }, unitFile((line) => line.metric.unit)],
  },
  {
    id: "interval",
    header: said.column.interval,
    align: "end",
    hideOnSmall: true,
    cell: (line) => <Interval metric={line.metric} />,
    value: (line) => line.metric.low,
    file: intervalFile((line) => line.metric),
  },
  {
    id: "n",
    header: said.column.n,
    align: "end",
    cell: (line) => (
      <BehindLink
        through={line.metric.n > 0 ? line.through : null}
        label={said.openN(line.metric.title, line.metric.n)}
      >
        {number(line.metric.n)}
      </BehindLink>
    ),
    value: (line) => line.metric.n,
  },
  {
    id: "state",
    header: said.column.state,
    cell: (line) => <State metric={line.metric} />,
    value: (line) => line.metric.state,
  },
];

function Name({ line }: { line: Line }) {
  const { selection } = useSelection();
  return (
    <span className="m-name">
      <TextLink to={screenAt(`/metrics/${line.metric.name}`, selection)}>{line.metric.title}</TextLink>
      <span className="m-question">{line.question}</span>
    </span>
  );
}
