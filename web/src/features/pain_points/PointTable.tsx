/** The detectors as a table: how often, on which share of journeys, how bad, whether it grows, and what to decide. */
import { BehindLink } from "~/behind";
import { type Column, countFile, DataTable, intervalFile, type Sorting, StateBadge } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { ChangeCell } from "./ChangeCell";
import { type Line, moved, type PainPoints } from "./lines";

const said = words.painPoints.table;

export interface PointTableProps {
  points: PainPoints;
  sort: Sorting;
  onSort: (sort: Sorting) => void;
  picked: string;
  onPick: (detector: string) => void;
}

export function PointTable({ points, sort, onSort, picked, onPick }: PointTableProps) {
  return (
    <DataTable
      label={said.title}
      columns={points.now ? COLUMNS : COLUMNS.filter(({ id }) => id !== "change")}
      rows={points.lines}
      rowKey={(line) => line.detector.name}
      onRow={(line) => onPick(line.detector.name)}
      rowLabel={(line) => said.open(line.detector.title)}
      isSelected={(line) => line.detector.name === picked}
      download="pain-points"
      sort={sort}
      onSort={onSort}
    />
  );
}

const COLUMNS: readonly Column<Line>[] = [
  {
    id: "name",
    header: said.name,
    cell: ({ detector }) => (
      <span className="points-name">
        <span className="points-title">{detector.title}</span>
        <span className="points-question">{detector.question}</span>
      </span>
    ),
    value: ({ detector }) => detector.title,
  },
  {
    id: "found",
    header: said.found,
    title: said.foundHelp,
    align: "end",
    cell: (line) => (line.found === null ? <NotLooked line={line} /> : number(line.found)),
    value: (line) => line.found,
  },
  {
    id: "journeys",
    header: said.journeys,
    title: said.journeysHelp,
    align: "end",
    hideOnSmall: true,
    cell: (line) => (
      <BehindLink
        through={line.journeys ? line.through : null}
        label={said.openJourneys(line.detector.title, line.journeys ?? 0)}
      >
        {number(line.journeys)}
      </BehindLink>
    ),
    value: (line) => line.journeys,
  },
  {
    id: "share",
    header: said.share,
    title: said.shareHelp,
    align: "end",
    cell: (line) => <Share line={line} />,
    value: (line) => line.share.value,
    file: [
      { header: said.share, value: (line) => line.share.value },
      ...intervalFile<Line>((line) => line.share),
      countFile((line) => line.share.n, said.share),
    ],
  },
  {
    id: "severity",
    header: said.severity,
    title: said.severityHelp,
    align: "end",
    hideOnSmall: true,
    cell: (line) => number(line.severity, 2),
    value: (line) => line.severity,
  },
  {
    id: "weight",
    header: said.weight,
    title: said.weightHelp,
    align: "end",
    hideOnSmall: true,
    cell: (line) => (line.found === null ? words.charts.empty : number(line.weight, 0)),
    value: (line) => (line.found === null ? null : line.weight),
  },
  {
    id: "change",
    header: said.change,
    title: said.changeHelp,
    align: "end",
    hideOnSmall: true,
    cell: (line) => <ChangeCell change={line.change} />,
    value: (line) => moved(line.change)?.by ?? null,
  },
  {
    id: "decision",
    header: said.decision,
    hideOnSmall: true,
    cell: ({ detector }) => <span className="points-decision">{detector.decision}</span>,
    value: ({ detector }) => detector.decision,
    sort: false,
  },
];

function NotLooked({ line }: { line: Line }) {
  return <StateBadge state="empty" reason={line.share.reason} compact />;
}

/** A share is never shown without what it is a share of, and how sure it is. */
function Share({ line: { share } }: { line: Line }) {
  const { value, low, high, state, reason } = share;
  if (value === null) return <span className="points-of">{words.charts.empty}</span>;
  return (
    <span className="points-share">
      <span className="points-share-value">
        {state !== "ok" && <StateBadge state={state} reason={reason} compact />}
        {said.shareOf(value)} <span className="points-of">{said.of(share.n)}</span>
      </span>
      {low !== null && high !== null && <span className="points-of">{said.interval(low, high)}</span>}
    </span>
  );
}
