/**
 * Where the boxes of a large graph stand. Layouts that hunt for the fewest crossings take many seconds for hundreds of boxes
 * and pull them far apart; here each box stands at its mean place in the journeys, in columns of equal height, beside what
 * it is tied to most (barycentres, Sugiyama 1981).
 */
import type { FlowEdge, FlowNode } from "./flow";

export interface Grid {
  width: number;
  height: number;
  columnGap: number;
  rowGap: number;
}

const ROUNDS = 24;
const SWEEPS = 8;
/** How many times wider than high the drawing should be. */
const ASPECT = 2;

export function flowLayers(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  { width, height, columnGap, rowGap }: Grid,
): Map<string, { x: number; y: number }> {
  const places = meanPlaces(nodes, edges);
  const inner = nodes.filter((node) => node.kind !== "start" && node.kind !== "end");
  const ordered = [...inner].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const count = Math.max(1, Math.round(Math.sqrt((ASPECT * inner.length * (height + rowGap)) / (width + columnGap))));
  const tall = Math.ceil(ordered.length / count);
  const columns = [nodes.filter((node) => node.kind === "start").map(({ id }) => id)];
  for (let at = 0; at < ordered.length; at += tall) columns.push(ordered.slice(at, at + tall).map(({ id }) => id));
  columns.push(nodes.filter((node) => node.kind === "end").map(({ id }) => id));
  arrange(columns, neighbours(edges));
  const middle = ((tall - 1) * (height + rowGap)) / 2;
  return new Map(
    columns.flatMap((column, at) =>
      column.map((id, row) => {
        const y = middle + (row - (column.length - 1) / 2) * (height + rowGap);
        return [id, { x: at * (width + columnGap), y }] as const;
      }),
    ),
  );
}

/** The mean place of each box in the journeys: one more than the mean of those it is reached from, by how often. */
function meanPlaces(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Map<string, number> {
  let places = new Map(nodes.map((node) => [node.id, node.kind === "start" ? 0 : 1]));
  const ways = edges.filter((edge) => edge.from !== edge.to && places.has(edge.from) && places.has(edge.to));
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Map<string, [number, number]>();
    for (const { from, to, value } of ways) {
      const [sum, weight] = sums.get(to) ?? [0, 0];
      sums.set(to, [sum + value * ((places.get(from) ?? 0) + 1), weight + value]);
    }
    places = new Map(
      [...places].map(([id, place]) => {
        const [sum, weight] = sums.get(id) ?? [place, 1];
        return [id, weight > 0 ? sum / weight : place];
      }),
    );
  }
  return places;
}

type Neighbours = ReadonlyMap<string, readonly { id: string; weight: number }[]>;

function neighbours(edges: readonly FlowEdge[]): Neighbours {
  const found = new Map<string, { id: string; weight: number }[]>();
  const add = (id: string, other: string, weight: number) =>
    found.set(id, [...(found.get(id) ?? []), { id: other, weight }]);
  for (const { from, to, value } of edges) {
    if (from === to) continue;
    add(from, to, Math.sqrt(value));
    add(to, from, Math.sqrt(value));
  }
  return found;
}

/** Sorts each column by the mean height of what its boxes are tied to, from left to right and back. */
function arrange(columns: string[][], tied: Neighbours): void {
  const heights = new Map<string, number>();
  const settle = (column: readonly string[]) => {
    for (const [row, id] of column.entries()) heights.set(id, row - (column.length - 1) / 2);
  };
  for (const column of columns) settle(column);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wanted = new Map(column.map((id) => [id, mean(tied.get(id) ?? [], heights, heights.get(id) ?? 0)]));
      column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      settle(column);
    }
  }
}

function mean(others: readonly { id: string; weight: number }[], heights: ReadonlyMap<string, number>, own: number) {
  let [sum, weight] = [own, 1];
  for (const other of others) {
    sum += (heights.get(other.id) ?? 0) * other.weight;
    weight += other.weight;
  }
  return sum / weight;
}
