/** The graph's steps and moves as lists: every number of the drawing, to sort and to open. */

import { usePlace } from "~/selection";
import { amountColumn, type Column, DataTable, Named, nameColumn, Tabs } from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import { titleOf } from "./flowShapes";
import type { Flow, FlowEdge, FlowNode } from "./types";

const said = words.explorer.flow;

export interface FlowListsProps {
  flow: Flow;
  picked: string | null;
  onPick: (through: string) => void;
}

export function FlowLists({ flow, picked, onPick }: FlowListsProps) {
  const [list, setList] = usePlace<"nodes" | "edges">("list", "nodes");
  return (
    <Tabs
      label={said.lists}
      value={list}
      onChange={setList}
      tabs={[
        {
          id: "nodes",
          label: said.nodes,
          count: number(flow.nodes.length),
          content: <Nodes flow={flow} picked={picked} onPick={onPick} />,
        },
        {
          id: "edges",
          label: said.edges,
          count: number(flow.edges.length),
          content: <Edges flow={flow} picked={picked} onPick={onPick} />,
        },
      ]}
    />
  );
}

function Nodes({ flow, picked, onPick }: FlowListsProps) {
  const columns: Column<FlowNode>[] = [
    nameColumn("title", said.node, (node) => node.title),
    amountColumn("n", said.steps, number, (node) => node.n),
    amountColumn("journeys", said.journeys, number, (node) => node.journeys),
  ];
  return (
    <DataTable
      label={said.nodes}
      columns={columns}
      rows={flow.nodes}
      rowKey={(node) => node.through}
      onRow={(node) => onPick(node.through)}
      rowLabel={(node) => said.openNode(node.title)}
      isSelected={(node) => node.through === picked}
      download="flow-steps"
      maxHeight={420}
    />
  );
}

function Edges({ flow, picked, onPick }: FlowListsProps) {
  const columns: Column<FlowEdge>[] = [
    {
      id: "from",
      header: said.from,
      cell: (edge) => <Named>{titleOf(flow, edge.source)}</Named>,
      value: (edge) => titleOf(flow, edge.source),
    },
    {
      id: "to",
      header: said.to,
      cell: (edge) => <Named>{titleOf(flow, edge.target)}</Named>,
      value: (edge) => titleOf(flow, edge.target),
    },
    amountColumn("n", said.n, number, (edge) => edge.n),
    {
      id: "share",
      header: said.share,
      align: "end",
      cell: (edge) => percent(edge.n / Math.max(flow.moves, 1)),
      value: (edge) => edge.n / Math.max(flow.moves, 1),
      unit: "ratio",
      hideOnSmall: true,
    },
    {
      id: "wait",
      header: said.wait,
      align: "end",
      cell: (edge) => (edge.median_wait_seconds === null ? words.charts.empty : duration(edge.median_wait_seconds)),
      value: (edge) => edge.median_wait_seconds,
      unit: "seconds",
    },
  ];
  return (
    <DataTable
      label={said.edges}
      columns={columns}
      rows={flow.edges}
      rowKey={(edge) => edge.through}
      onRow={(edge) => onPick(edge.through)}
      rowLabel={(edge) => said.openEdge(titleOf(flow, edge.source), titleOf(flow, edge.target))}
      isSelected={(edge) => edge.through === picked}
      download="flow-moves"
      maxHeight={420}
    />
  );
}
