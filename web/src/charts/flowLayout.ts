/** Where the boxes of a flow graph stand: layers in the direction of time, few crossings (dagre) while there are few boxes. */
import dagre from "@dagrejs/dagre";
import type { FlowEdge, FlowNode } from "./flow";
import { flowLayers } from "./flowLayers";

export const BOX = { width: 168, height: 54 };
/** Beyond so many boxes the layout would hold the page up for longer than a moment. */
const FEW = 24;

export interface Place {
  x: number;
  y: number;
}

/** The upper left corner of each node by its id. Edges to unknown nodes count for nothing. */
export function flowLayout(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  direction: "right" | "down",
): Map<string, Place> {
  if (nodes.length > FEW) return layered(nodes, edges, direction);
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: direction === "right" ? "LR" : "TB",
    nodesep: 22,
    ranksep: 70,
    marginx: 16,
    marginy: 16,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { ...BOX });
  for (const edge of skeleton(nodes, edges))
    graph.setEdge(edge.from, edge.to, { weight: Math.max(1, Math.log2(edge.value + 1)) });
  dagre.layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      return [node.id, { x: x - BOX.width / 2, y: y - BOX.height / 2 }];
    }),
  );
}

/** Columns from left to right, or the same laid on its side: rows from top to bottom. */
function layered(nodes: readonly FlowNode[], edges: readonly FlowEdge[], direction: "right" | "down") {
  if (direction === "right") return flowLayers(nodes, edges, { ...BOX, columnGap: 110, rowGap: 26 });
  const turned = flowLayers(nodes, edges, { width: BOX.height, height: BOX.width, columnGap: 80, rowGap: 26 });
  return new Map([...turned].map(([id, { x, y }]) => [id, { x: y, y: x }] as const));
}

/**
 * The edges that decide where boxes stand: each box's strongest way in and out, and the strongest of all, two a box. Rare
 * ways would pull everything apart.
 */
export function skeleton(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): FlowEdge[] {
  const known = new Set(nodes.map((node) => node.id));
  const ranked = edges
    .filter((edge) => known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to)
    .sort((a, b) => b.value - a.value);
  const [left, reached] = [new Set<string>(), new Set<string>()];
  return ranked.filter((edge, at) => {
    const isFirst = !left.has(edge.from) || !reached.has(edge.to);
    left.add(edge.from);
    reached.add(edge.to);
    return isFirst || at < nodes.length * 2;
  });
}
