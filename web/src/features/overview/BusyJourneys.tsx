/** The paths that most journeys take, and what most of them are about. */
import { type components, useAsk } from "~/api/client";
import { BehindLink, useBehind } from "~/behind";
import { Bars, Figure } from "~/charts";
import { screenAt, useSelection } from "~/selection";
import {
  amountColumn,
  Card,
  type Column,
  channelIcon,
  countFile,
  DataTable,
  Icon,
  inUnit,
  Shown,
  Skeleton,
} from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import { Foot } from "./Foot";

type Journeys = components["schemas"]["JourneysState"];
type Path = components["schemas"]["PathLine"];

const said = words.overview.journeys;
const TOLD_FROM = 5;

export function BusyJourneys() {
  const { asParams, selection } = useSelection();
  const ask = useAsk("/api/v1/overview/journeys", { params: { query: asParams } });
  return (
    <Card
      title={said.title}
      lead={said.lead}
      flush
      footer={<Foot to={screenAt("/explorer", selection)} link={said.all} />}
    >
      <Shown ask={ask} skeleton={<Skeleton height={500} />}>
        {(data) => (
          <>
            <DataTable
              label={said.title}
              columns={COLUMNS}
              rows={data.paths}
              rowKey={(line) => line.through}
              download="busiest-journeys"
            />
            <Issues journeys={data} />
          </>
        )}
      </Shown>
    </Card>
  );
}

const nameOf = (line: Path): string =>
  line.channels === null ? said.other(line.variants) : said.path(line.titles) || said.noService;

const shareResolved = (line: Path) => (line.told < TOLD_FROM ? null : line.resolved / line.told);

const COLUMNS: readonly Column<Path>[] = [
  { id: "path", header: said.column.path, cell: (line) => <Way line={line} />, value: nameOf },
  {
    id: "n",
    header: said.column.n,
    align: "end",
    cell: (line) => (
      <BehindLink through={line.through} label={said.open(nameOf(line), line.n)}>
        {number(line.n)}
      </BehindLink>
    ),
    value: (line) => line.n,
  },
  amountColumn("share", said.column.share, percent, (line) => line.share),
  {
    id: "resolved",
    header: said.column.resolved,
    align: "end",
    hideOnSmall: true,
    cell: (line) => <Resolved line={line} />,
    value: shareResolved,
    title: said.resolvedHelp,
    file: [
      { header: inUnit(said.column.resolved, "ratio"), value: shareResolved },
      countFile((line) => line.told, said.column.resolved),
    ],
  },
  amountColumn("duration", said.column.duration, duration, (line) => line.median_duration_seconds, {
    hideOnSmall: true,
  }),
];

function Way({ line }: { line: Path }) {
  if (line.channels === null || line.channels.length === 0) return <span className="o-faint">{nameOf(line)}</span>;
  return (
    <span className="o-path">
      {line.channels.map((channel, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path may hold a channel twice
        <span key={at} className="o-path-step">
          {at > 0 && <Icon name="arrow-right" size={12} />}
          <Icon name={channelIcon(channel)} size={16} />
          <bdi>{line.titles[at]}</bdi>
        </span>
      ))}
    </span>
  );
}

function Resolved({ line }: { line: Path }) {
  if (line.told < TOLD_FROM) {
    return (
      <span className="o-faint" title={said.fewHelp(TOLD_FROM)}>
        {said.few(line.told)}
      </span>
    );
  }
  return (
    <span className="o-two">
      <span>{said.resolved(line.resolved, line.told)}</span>
      <span className="o-faint">{said.of(line.told)}</span>
    </span>
  );
}

function Issues({ journeys }: { journeys: Journeys }) {
  const { open } = useBehind();
  const { issues: told } = words.overview;
  const items = journeys.issues.map((line) => ({
    id: line.through,
    label: line.issue === null ? told.other(line.issues) : line.issue || told.unnamed,
    value: line.n,
    share: line.share,
    isRest: line.issue === null,
  }));
  return (
    <div className="o-issues">
      <Figure
        title={told.title}
        name="issues"
        table={{
          columns: [told.column.issue, told.column.n, told.column.share],
          rows: items.map((item) => [item.label, item.value, item.share]),
          units: [null, null, "ratio"],
        }}
      >
        <Bars items={items} label={told.title} onPick={(item) => open(item.id)} />
      </Figure>
    </div>
  );
}
