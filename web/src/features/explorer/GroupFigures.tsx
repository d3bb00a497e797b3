/** Every metric over two groups of journeys, with the difference and its interval. */
import { useAsk } from "~/api/client";
import { behindHref } from "~/behind";
import { useSelection } from "~/selection";
import {
  Card,
  type Column,
  countFile,
  DataTable,
  intervalFile,
  MetricNumber,
  Shown,
  Skeleton,
  TextLink,
  unitFile,
} from "~/ui";
import { words } from "~/words";
import { DifferenceCell } from "./GroupCells";
import type { Comparison } from "./types";
import { useSecondGroup } from "./useSecondGroup";

const said = words.explorer.groups;

export function GroupFigures() {
  const { selection, asParams } = useSelection();
  const { second, asParams: secondParams } = useSecondGroup();
  const ask = useAsk("/api/v1/explorer/groups/figures", { params: { query: { ...asParams, ...secondParams } } });
  const columns: Column<Comparison>[] = [
    {
      id: "metric",
      header: said.metric,
      cell: (row) => row.now.title,
      value: (row) => row.now.title,
      file: [{ header: said.metric, value: (row) => row.now.title }, unitFile((row) => row.now.unit)],
    },
    side(
      "first",
      said.first,
      (row) => row.now,
      (row) => behindHref(row.now_through, selection),
    ),
    side(
      "second",
      said.second,
      (row) => row.before,
      (row) => behindHref(row.before_through, second),
    ),
    {
      id: "difference",
      header: said.difference,
      title: said.differenceHelp,
      align: "end",
      cell: (row) => <DifferenceCell difference={row.difference} unit={row.now.unit} />,
      value: (row) => row.difference.value,
      file: [
        { header: said.difference, value: (row) => row.difference.value },
        ...intervalFile<Comparison>((row) => row.difference, undefined, said.difference),
      ],
    },
  ];
  return (
    <Card title={said.figures} lead={said.figuresLead} flush>
      <Shown ask={ask} skeleton={<Skeleton height={480} />}>
        {({ figures }) => (
          <DataTable
            label={said.figures}
            columns={columns}
            rows={figures}
            rowKey={(row) => row.now.name}
            download="figures-of-two-groups"
          />
        )}
      </Shown>
    </Card>
  );
}

function side(
  id: string,
  header: string,
  of: (row: Comparison) => Comparison["now"],
  to: (row: Comparison) => string,
): Column<Comparison> {
  return {
    id,
    header,
    align: "end",
    sort: false,
    cell: (row) => (
      <span className="explorer-cell">
        <MetricNumber metric={{ ...of(row), n: null, reason: null }} size="small" />
        <span className="explorer-cell-beside" title={of(row).reason}>
          <OpenN
            n={of(row).n}
            to={to(row)}
            label={said.openIn(header, `${of(row).title}, ${words.ui.metric.n(of(row).n)}`)}
          />
        </span>
      </span>
    ),
    value: (row) => of(row).value,
    file: [
      { header, value: (row) => of(row).value },
      ...intervalFile<Comparison>(of, undefined, header),
      countFile((row) => of(row).n, header),
    ],
  };
}

/** Where nobody was counted, nothing opens. */
function OpenN({ n, to, label }: { n: number; to: string; label: string }) {
  const written = words.ui.metric.n(n);
  if (n === 0) return written;
  return (
    <TextLink to={to} quiet label={label}>
      {written}
    </TextLink>
  );
}
