/** The same handoffs ranked: how many, how long, how they end, and whether they become more frequent. */
import { amountColumn, type Column, countFile, DataTable, inUnit, nameColumn, type Sorting, StateBadge } from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import { ChangeCell, changeOf } from "./ChangeCell";
import { Endings } from "./Endings";
import { type Matrix, type Pair, pairsOf, THIN_BELOW } from "./pairs";

const said = words.handoffs.table;

export interface PairTableProps {
  matrix: Matrix;
  sort: Sorting;
  onSort: (sort: Sorting) => void;
  picked: string | null;
  onPick: (through: string) => void;
}

export function PairTable({ matrix, sort, onSort, picked, onPick }: PairTableProps) {
  const hasChange = matrix.now !== null;
  const { total } = matrix;
  return (
    <DataTable
      label={said.title}
      columns={hasChange ? COLUMNS : COLUMNS.filter(({ id }) => id !== "change")}
      rows={pairsOf(matrix)}
      rowKey={({ cell }) => cell.handed.through}
      onRow={({ cell }) => onPick(cell.handed.through)}
      rowLabel={({ title }) => said.open(title)}
      isSelected={({ cell }) => cell.handed.through === picked}
      download={`handoffs-${matrix.by}-ranked`}
      sort={sort}
      onSort={onSort}
      totals={{
        pair: said.total,
        n: number(total.n),
        share: percent(total.n > 0 ? 1 : null),
        wait: duration(total.median_wait_seconds),
        p90: duration(total.p90_wait_seconds),
        unanswered: number(total.unanswered),
        endings: <Endings handed={total} />,
        unresolved: <Unresolved pair={total} />,
        lost: <Lost context={matrix.total_context} />,
        change: matrix.total_change && <ChangeCell change={matrix.total_change} />,
      }}
    />
  );
}

const COLUMNS: Column<Pair>[] = [
  nameColumn("pair", said.pair, ({ title }) => title),
  {
    id: "n",
    header: said.n,
    cell: ({ cell }) => (
      <span className="handoffs-n">
        {cell.handed.n < THIN_BELOW && <StateBadge state="thin" reason={words.handoffs.matrix.thin} compact />}
        {number(cell.handed.n)}
      </span>
    ),
    value: ({ cell }) => cell.handed.n,
    align: "end",
  },
  amountColumn("share", said.share, percent, ({ cell }) => cell.share, { hideOnSmall: true }),
  amountColumn("wait", said.wait, duration, ({ cell }) => cell.handed.median_wait_seconds, { title: said.waitHelp }),
  amountColumn("p90", said.p90, duration, ({ cell }) => cell.handed.p90_wait_seconds, {
    title: said.p90Help,
    hideOnSmall: true,
  }),
  amountColumn("unanswered", said.unanswered, number, ({ cell }) => cell.handed.unanswered, { hideOnSmall: true }),
  {
    id: "endings",
    header: said.endings,
    title: said.endingsHelp,
    cell: ({ cell }) => <Endings handed={cell.handed} />,
    value: ({ cell: { handed } }) => `${handed.resolved} / ${handed.unresolved} / ${handed.untold}`,
    file: (["resolved", "unresolved", "untold"] as const).map((ending) => ({
      header: words.handoffs.endings[ending],
      value: ({ cell }: Pair) => cell.handed[ending],
    })),
    sort: false,
    hideOnSmall: true,
  },
  {
    id: "unresolved",
    header: said.unresolved,
    title: said.unresolvedHelp,
    cell: ({ cell }) => <Unresolved pair={cell.handed} />,
    value: ({ cell }) => cell.handed.unresolved_share,
    file: [
      { header: inUnit(said.unresolved, "ratio"), value: ({ cell }) => cell.handed.unresolved_share },
      countFile(({ cell: { handed } }) => handed.resolved + handed.unresolved, said.unresolved),
    ],
    align: "end",
  },
  {
    id: "lost",
    header: said.lost,
    title: said.lostHelp,
    cell: ({ cell }) => <Lost context={cell.context} />,
    value: ({ cell }) => cell.context.share,
    file: [
      { header: inUnit(said.lost, "ratio"), value: ({ cell }) => cell.context.share },
      countFile(({ cell: { context } }) => context.known, said.lost),
    ],
    align: "end",
    hideOnSmall: true,
  },
  {
    id: "change",
    header: said.change,
    title: said.changeHelp,
    cell: ({ cell }) => cell.change && <ChangeCell change={cell.change} />,
    value: ({ cell }) => changeOf(cell.change),
    align: "end",
    hideOnSmall: true,
  },
];

/** A share is never shown without what it is a share of. */
function Unresolved({ pair }: { pair: Pair["cell"]["handed"] }) {
  return (
    <span className="handoffs-share">
      {percent(pair.unresolved_share)}{" "}
      <span className="handoffs-of">{said.answeredOf(pair.resolved + pair.unresolved)}</span>
    </span>
  );
}

function Lost({ context }: { context: Pair["cell"]["context"] }) {
  return (
    <span className="handoffs-share" title={words.handoffs.shades.lost(context)}>
      {percent(context.share)}{" "}
      {context.known > 0 && <span className="handoffs-of">{said.answeredOf(context.known)}</span>}
    </span>
  );
}
