/** The list of paths as a table: share, journeys, how they end, how long they take. */

import { useSorting } from "~/selection";
import { amountColumn, type Column, DataTable } from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import { Outcomes } from "./Outcomes";
import { PathStrip, pathText } from "./PathStrip";
import { ShareBar } from "./ShareBar";
import type { Variant, VariantList } from "./types";

const said = words.explorer.variants;

export interface VariantTableProps {
  list: VariantList;
  isSearch: boolean;
  picked: string | null;
  onPick: (through: string) => void;
}

export function VariantTable({ list, isSearch, picked, onPick }: VariantTableProps) {
  const [sort, setSort] = useSorting();
  const most = Math.max(...list.rows.map((row) => row.share), 0);
  const name = (row: Variant) => (row.is_other ? otherName(row, isSearch) : pathText(row.path, row.left_out));
  const columns: Column<Variant>[] = [
    {
      id: "path",
      header: said.path,
      cell: (row) =>
        row.is_other ? (
          <span className="explorer-other">{otherName(row, isSearch)}</span>
        ) : (
          <PathStrip path={row.path} leftOut={row.left_out} />
        ),
      value: name,
    },
    {
      id: "share",
      header: said.share,
      align: "end",
      cell: (row) => <ShareBar share={row.share} most={most} />,
      value: (row) => row.share,
      unit: "ratio",
    },
    amountColumn("n", said.n, number, (row) => row.n),
    {
      id: "outcomes",
      header: said.outcomes,
      cell: (row) => <Outcomes outcomes={row.outcomes} n={row.n} />,
      value: (row) => row.outcomes.map(({ title, n }) => `${title}: ${n}`).join("; "),
      sort: false,
    },
    {
      id: "duration",
      header: said.duration,
      title: said.durationHelp,
      align: "end",
      cell: (row) =>
        row.median_duration_seconds === null ? (
          <span title={words.explorer.withheld}>{words.charts.empty}</span>
        ) : (
          duration(row.median_duration_seconds)
        ),
      value: (row) => row.median_duration_seconds,
      unit: "seconds",
    },
    amountColumn("cumulative", said.cumulative, percent, (row) => row.cumulative_share, {
      title: said.cumulativeHelp,
      hideOnSmall: true,
    }),
  ];
  return (
    <DataTable
      label={said.title}
      columns={columns}
      rows={list.rows}
      rowKey={(row) => row.through}
      onRow={(row) => onPick(row.through)}
      rowLabel={(row) => said.open(name(row), row.n)}
      isSelected={(row) => row.through === picked}
      download="paths"
      sort={sort}
      onSort={setSort}
    />
  );
}

const otherName = (row: Variant, isSearch: boolean) =>
  isSearch ? said.otherFound(row.variants) : said.other(row.variants);
