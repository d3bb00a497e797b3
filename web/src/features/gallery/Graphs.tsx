/** Charts of ways: streams between stages, a graph of steps. */

import { useState } from "react";
import type { FlowEdge, FlowNode } from "~/charts";
import { Figure, FlowGraph, Sankey } from "~/charts";
import { words } from "~/words";
import { gallery } from "~/words/gallery";
import { Group } from "./Group";

const { chart: said, options } = gallery;
const stages = [
  { id: "a", label: said.awareness, column: 0 },
  { id: "s", label: said.support, column: 1 },
  { id: "e", label: said.escalation, column: 2 },
  { id: "r", label: said.resolution, column: 3 },
  { id: "d", label: said.dropped, column: 3, isRest: true },
];
const streams = [
  { source: "a", target: "s", value: 700 },
  { source: "a", target: "d", value: 120 },
  { source: "s", target: "e", value: 260 },
  { source: "s", target: "r", value: 380 },
  { source: "s", target: "d", value: 60 },
  { source: "e", target: "r", value: 190 },
  { source: "e", target: "d", value: 70 },
];
const nodes: FlowNode[] = [
  { id: "start", label: said.all, value: 1000, kind: "start" },
  { id: "bot", label: options.bot, value: 640, share: 0.64 },
  { id: "chat", label: options.chat, value: 410, share: 0.41 },
  { id: "email", label: options.email, value: 330, share: 0.33 },
  { id: "phone", label: options.phone, value: 370, share: 0.37 },
  { id: "other", label: said.other, value: 90, share: 0.09, kind: "other" },
  { id: "end", label: said.resolved, value: 760, kind: "end" },
  { id: "dropped", label: said.dropped, value: 240, kind: "dropped" },
];
const edges: FlowEdge[] = [
  { from: "start", to: "bot", value: 640 },
  { from: "start", to: "email", value: 330 },
  { from: "start", to: "other", value: 30 },
  { from: "bot", to: "chat", value: 410 },
  { from: "bot", to: "phone", value: 150 },
  { from: "bot", to: "dropped", value: 80 },
  { from: "chat", to: "phone", value: 160 },
  { from: "chat", to: "end", value: 210 },
  { from: "chat", to: "chat", value: 40 },
  { from: "email", to: "phone", value: 60 },
  { from: "email", to: "email", value: 70 },
  { from: "email", to: "end", value: 200 },
  { from: "email", to: "other", value: 60 },
  { from: "phone", to: "end", value: 330 },
  { from: "phone", to: "dropped", value: 40 },
  { from: "other", to: "dropped", value: 90 },
];

export function Graphs() {
  const [picked, setPicked] = useState<string | null>("chat");
  return (
    <Group id="graphs">
      <Figure
        title={said.sankey}
        name="stages"
        table={{
          columns: [said.from, said.to, words.charts.n],
          rows: streams.map(({ source, target, value }) => [source, target, value]),
        }}
      >
        <Sankey label={said.sankey} nodes={stages} links={streams} onPick={() => {}} height={300} />
      </Figure>
      <Figure
        title={said.flow}
        description={said.flowLead}
        name="flow"
        table={{
          columns: [said.from, said.to, words.charts.n],
          rows: edges.map(({ from, to, value }) => [from, to, value]),
        }}
      >
        <FlowGraph
          label={said.flow}
          nodes={nodes}
          edges={edges}
          picked={picked}
          onPick={(one) => setPicked("node" in one ? one.node.id : `${one.edge.from}→${one.edge.to}`)}
          height={420}
        />
      </Figure>
    </Group>
  );
}
