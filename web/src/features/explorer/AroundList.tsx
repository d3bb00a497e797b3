/** The steps around a moment as a list: every bar of the drawing, to sort and to open. */
import { type Column, DataTable, Named } from "~/ui";
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
    { id: "step", header: said.step, cell: (part) => <Named>{part.title}</Named>, value: (part) => part.title },
    {
      id: "position",
      header: said.position,
      align: "end",
      cell: (part) => said.at(part.position),
      value: (part) => part.position,
    },
    { id: "n", header: said.n, align: "end", cell: (part) => number(part.n), value: (part) => part.n },
    { id: "share", header: said.share, align: "end", cell: (part) => percent(part.share), value: (part) => part.share },
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
