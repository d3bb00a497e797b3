/** The handoffs that hurt most, ranked by the waiting they cause or by how often they end without a solution. */
import { type components, useAsk } from "~/api/client";
import { BehindLink } from "~/behind";
import { screenAt, usePlace, useSelection } from "~/selection";
import {
  amountColumn,
  Card,
  type Column,
  channelIcon,
  countFile,
  DataTable,
  EmptyState,
  Icon,
  intervalFile,
  inUnit,
  Segments,
  Shown,
  Skeleton,
} from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import { Foot } from "./Foot";

type Line = components["schemas"]["HandoffLine"];
type RankedBy = components["schemas"]["HandoffsState"]["ranked_by"];

const said = words.overview.handoffs;

export function WorstHandoffs() {
  const { asParams, selection } = useSelection();
  const [by, setBy] = usePlace<RankedBy>("worst", "waiting");
  const ask = useAsk("/api/v1/overview/handoffs", { params: { query: { ...asParams, by } } });
  const ranking = (
    <Segments
      label={said.rankBy}
      options={[
        { id: "waiting", label: said.waiting },
        { id: "unresolved", label: said.unresolved },
      ]}
      value={by}
      onChange={setBy}
    />
  );
  return (
    <Card
      title={said.title}
      lead={said.lead[by]}
      actions={ranking}
      flush
      footer={
        <Foot to={screenAt("/handoffs", selection)} link={said.all}>
          {ask.data && said.rest(ask.data.below_shown, ask.data.thin, ask.data.thin_pairs, ask.data.total)}
        </Foot>
      }
    >
      <Shown
        ask={ask}
        skeleton={<Skeleton height={290} />}
        empty={(data) =>
          data.lines.length === 0 ? <EmptyState compact title={said.none.title} body={said.none.body} /> : null
        }
      >
        {(data) => (
          <DataTable
            label={said.title}
            columns={COLUMNS}
            rows={data.lines}
            rowKey={(line) => line.through}
            download="worst-handoffs"
          />
        )}
      </Shown>
    </Card>
  );
}

const COLUMNS: readonly Column<Line>[] = [
  {
    id: "handoff",
    header: said.column.handoff,
    cell: (line) => <Pair line={line} />,
    value: (line) => `${line.from_title} → ${line.to_title}`,
  },
  {
    id: "n",
    header: said.column.n,
    align: "end",
    cell: (line) => (
      <BehindLink through={line.through} label={said.open(line.from_title, line.to_title, line.n)}>
        {number(line.n)}
      </BehindLink>
    ),
    value: (line) => line.n,
  },
  {
    id: "wait",
    header: said.column.wait,
    align: "end",
    cell: (line) =>
      line.median_wait_seconds === null ? (
        <span className="o-faint" title={said.noWaitHelp}>
          {said.noWait}
        </span>
      ) : (
        <span className="o-two">
          <span>{duration(line.median_wait_seconds)}</span>
          <span className="o-faint">{words.ui.metric.n(line.answered)}</span>
        </span>
      ),
    value: (line) => line.median_wait_seconds,
    file: [
      { header: inUnit(said.column.wait, "seconds"), value: (line) => line.median_wait_seconds },
      countFile((line) => line.answered, said.column.wait),
    ],
  },
  amountColumn("cost", said.column.cost, duration, (line) => line.waiting_seconds, { hideOnSmall: true }),
  {
    id: "unresolved",
    header: said.column.unresolved,
    align: "end",
    cell: (line) => <Unresolved line={line} />,
    value: (line) => line.unresolved?.share ?? null,
    file: [
      { header: inUnit(said.column.unresolved, "ratio"), value: (line) => line.unresolved?.share },
      ...intervalFile<Line>((line) => line.unresolved, "ratio", said.column.unresolved),
      countFile((line) => line.unresolved?.told ?? null, said.column.unresolved),
    ],
  },
];

function Pair({ line }: { line: Line }) {
  const isWithin = line.from_channel === line.to_channel;
  return (
    <span className="o-path">
      <span className="o-path-step">
        <Icon name={channelIcon(line.from_channel)} size={16} />
        <bdi>{isWithin ? said.within(line.from_title) : line.from_title}</bdi>
      </span>
      {!isWithin && (
        <span className="o-path-step">
          <Icon name="arrow-right" size={12} />
          <Icon name={channelIcon(line.to_channel)} size={16} />
          <bdi>{line.to_title}</bdi>
        </span>
      )}
    </span>
  );
}

function Unresolved({ line }: { line: Line }) {
  const { unresolved } = line;
  if (!unresolved) {
    return (
      <span className="o-faint" title={said.fewHelp}>
        {said.few}
      </span>
    );
  }
  return (
    <span className="o-two">
      <span>{percent(unresolved.share)}</span>
      <span className="o-faint">
        {words.ui.metric.interval(percent(unresolved.low), percent(unresolved.high))} ·{" "}
        {words.ui.metric.n(unresolved.told)}
      </span>
    </span>
  );
}
