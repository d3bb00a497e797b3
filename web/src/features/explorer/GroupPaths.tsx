/** Which paths and moves two groups of journeys take how often, with the difference. */
import type { Selection } from "~/selection";
import { Card, type Column, countFile, DataTable, intervalFile, inUnit, Named } from "~/ui";
import { words } from "~/words";
import { DifferenceCell, ShareCell } from "./GroupCells";
import { PathStrip, pathText } from "./PathStrip";
import type { Groups } from "./types";

const said = words.explorer.groups;
type Path = Groups["paths"][number];
type Move = Groups["moves"][number];

export interface GroupPathsProps {
  groups: Groups;
  first: Selection;
  second: Selection;
}

export function GroupPaths({ groups, first, second }: GroupPathsProps) {
  const name = (row: Path) =>
    row.is_other ? words.explorer.variants.other(row.variants) : pathText(row.path, row.left_out);
  const columns: Column<Path>[] = [
    {
      id: "path",
      header: said.paths,
      cell: (row) =>
        row.is_other ? (
          <span className="explorer-other">{name(row)}</span>
        ) : (
          <PathStrip path={row.path} leftOut={row.left_out} />
        ),
      value: name,
    },
    ...sides(name, first, second),
  ];
  return (
    <Card title={said.paths} lead={said.pathsLead} flush>
      <DataTable
        label={said.paths}
        columns={columns}
        rows={groups.paths}
        rowKey={(row) => row.through}
        download="paths-of-two-groups"
      />
    </Card>
  );
}

export function GroupMoves({ groups, first, second }: GroupPathsProps) {
  const name = (row: Move) => `${row.source_title} → ${row.target_title}`;
  const columns: Column<Move>[] = [
    { id: "move", header: said.move, cell: (row) => <Named>{name(row)}</Named>, value: name },
    ...sides(name, first, second),
  ];
  return (
    <Card title={said.moves} lead={said.movesLead(groups.ranked_moves)} flush>
      <DataTable
        label={said.moves}
        columns={columns}
        rows={groups.moves}
        rowKey={(row) => row.through}
        download="moves-of-two-groups"
        empty={said.noMoves}
      />
    </Card>
  );
}

type Both = Pick<Path, "first" | "second" | "difference" | "through">;

function sides<R extends Both>(name: (row: R) => string, first: Selection, second: Selection): Column<R>[] {
  const side = (id: "first" | "second", selection: Selection): Column<R> => ({
    id,
    header: said[id],
    align: "end",
    cell: (row) => (
      <ShareCell
        share={row[id]}
        through={row.through}
        selection={selection}
        label={said.openIn(said[id], name(row))}
        isSecond={id === "second"}
      />
    ),
    value: (row) => row[id].value,
    file: [
      { header: inUnit(said[id], "ratio"), value: (row) => row[id].value },
      ...intervalFile<R>((row) => row[id], "ratio", said[id]),
      { header: `${said[id]}: ${words.ui.table.file.count}`, value: (row) => row[id].n },
      countFile((row) => row[id].of, said[id]),
    ],
  });
  return [
    side("first", first),
    side("second", second),
    {
      id: "difference",
      header: said.difference,
      title: said.differenceHelp,
      align: "end",
      cell: (row) => <DifferenceCell difference={row.difference} unit="ratio" />,
      value: (row) => row.difference.value,
      file: [
        { header: inUnit(said.difference, "ratio"), value: (row) => row.difference.value },
        ...intervalFile<R>((row) => row.difference, "ratio", said.difference),
      ],
    },
  ];
}
