/** The steps around a moment as a list: every bar of the drawing, to sort and to open. */
import { amountColumn, type Column, DataTable, nameColumn } from "~/ui";
import { words } from "~/words";
import { number, percent } from "~/words/format";
import type { Alignment } from "./types";

const said = words.explorer.alignment;
type Part = Alignment["positions"][number]["parts"][number] & { position: number };

export interface AroundListProps {
  found: Alignment;
  picked: string | null;
  onPick: (through: string) => void;
}

export function AroundList({ found, picked, onPick }: AroundListProps) {
  const parts = found.positions.flatMap(({ position, parts }) => parts.map((part): Part => ({ ...part, position })));
  const columns: Column<Part>[] = [
    nameColumn("step", said.step, (part) => part.title),
    {
      id: "position",
      header: said.position,
      align: "end",
      cell: (part) => said.at(part.position),
      value: (part) => part.position,
    },
    amountColumn("n", said.n, number, (part) => part.n),
    amountColumn("share", said.share, percent, (part) => part.share),
  ];
  return (
    <DataTable
      label={said.list}
      columns={columns}
      rows={parts}
      rowKey={(part) => part.through}
      onRow={(part) => onPick(part.through)}
      rowLabel={(part) => said.open(part.title, said.at(part.position), part.n)}
      isSelected={(part) => part.through === picked}
      download="around"
      maxHeight={420}
    />
  );
}
