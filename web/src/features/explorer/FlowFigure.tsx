/** One flow graph with its numbers as a table. */

import { useMemo } from "react";
import { Figure, FlowGraph } from "~/charts";
import { useSmallWindow } from "~/ui/useSmallWindow";
import { words } from "~/words";
import { duration, number } from "~/words/format";
import { boxesOf, type Colour, pickedIn, shows, tableOf, waysOf } from "./flowShapes";
import type { Flow } from "./types";

export interface FlowFigureProps {
  flow: Flow;
  title: string;
  name: string;
  colour: Colour;
  picked: string | null;
  onPick: (through: string) => void;
  height?: number;
}

export function FlowFigure({ flow, title, name, colour, picked, onPick, height = 600 }: FlowFigureProps) {
  const nodes = useMemo(() => boxesOf(flow), [flow]);
  const edges = useMemo(() => waysOf(flow, colour), [flow, colour]);
  const isNarrow = useSmallWindow("(max-width: 700px)");
  const table = useMemo(() => ({ ...tableOf(flow), format }), [flow]);
  const open = (found: { through: string } | undefined) => found && onPick(found.through);
  return (
    <Figure title={title} description={shows(flow)} name={name} table={table} level={2}>
      <FlowGraph
        nodes={nodes}
        edges={edges}
        label={title}
        height={height}
        direction={isNarrow ? "down" : "right"}
        picked={pickedIn(flow, picked)}
        onPick={(what) =>
          open(
            "node" in what
              ? flow.nodes.find((node) => node.id === what.node.id)
              : flow.edges.find((edge) => edge.source === what.edge.from && edge.target === what.edge.to),
          )
        }
      />
      {flow.limited && <p className="explorer-note">{words.explorer.flow.limited}</p>}
    </Figure>
  );
}

function format(value: unknown, column: number) {
  if (value === null || value === undefined) return words.charts.empty;
  if (typeof value !== "number") return <bdi>{String(value)}</bdi>;
  return column === 3 ? duration(value) : number(value);
}
