/** Where the identifiers of a customer stand in the drawing: a column for each kind, so that lines cross as little as may be. */
import type { components } from "~/api/client";

export type Node = components["schemas"]["NodeState"];
export type Edge = components["schemas"]["EdgeState"];

export interface Box {
  node: Node;
  column: string;
  x: number;
  y: number;
}

export interface Line {
  edge: Edge;
  path: string;
}

export interface Layout {
  columns: readonly { id: string; x: number }[];
  boxes: readonly Box[];
  lines: readonly Line[];
  width: number;
  height: number;
}

export const BOX = { width: 168, height: 36 };
/** The column of identifiers that aren't the customer's own. */
export const OTHERS = "";
const GAP = 52;
const ROW = 48;
const TOP = 30;
/** So far below its ends a line bends that passes the columns between, to be seen between the rows. */
const BOW = 40;
/** From the best known to the least; the numbers of sources stand in between, by name. */
const FIRST = ["account"];
const LAST = ["email", "handle", "phone", "device"];

export const kindOf = (identifier: string): string => identifier.slice(0, Math.max(identifier.indexOf(":"), 0));

export function layOut(nodes: readonly Node[], edges: readonly Edge[], customerId: string): Layout {
  const ids = new Map<string, Node[]>();
  for (const node of nodes) {
    const column = node.customer_id === customerId ? kindOf(node.identifier) : OTHERS;
    ids.set(column, [...(ids.get(column) ?? []), node]);
  }
  const columns = [...ids.keys()].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const place = new Map<string, Box>();
  for (const [at, column] of columns.entries()) {
    const inOrder = ordered(ids.get(column) ?? [], edges, place);
    for (const [row, node] of inOrder.entries())
      place.set(node.identifier, { node, column, x: at * (BOX.width + GAP), y: TOP + row * ROW });
  }
  const rows = Math.max(0, ...[...ids.values()].map((each) => each.length));
  return {
    columns: columns.map((id, at) => ({ id, x: at * (BOX.width + GAP) })),
    boxes: [...place.values()],
    lines: edges.flatMap((edge) => {
      const [a, b] = [place.get(edge.identifier_a), place.get(edge.identifier_b)];
      return a && b ? [{ edge, path: a.x <= b.x ? path(a, b) : path(b, a) }] : [];
    }),
    // Arcs within the last column bulge beyond it.
    width: Math.max(0, columns.length * (BOX.width + GAP) - GAP + 48),
    height: TOP + rows * ROW + BOW,
  };
}

function rank(column: string): number {
  if (column === OTHERS) return 99;
  if (FIRST.includes(column)) return 0;
  return LAST.includes(column) ? 10 + LAST.indexOf(column) : 1;
}

/** By the mean height of what a node is linked with in the columns before; nodes without stay behind, as they came. */
function ordered(nodes: readonly Node[], edges: readonly Edge[], place: ReadonlyMap<string, Box>): Node[] {
  const height = (node: Node): number => {
    const heights = edges.flatMap(({ identifier_a: a, identifier_b: b }) => {
      const other = a === node.identifier ? b : b === node.identifier ? a : "";
      const box = place.get(other);
      return box ? [box.y] : [];
    });
    return heights.length > 0 ? heights.reduce((sum, each) => sum + each, 0) / heights.length : Number.MAX_VALUE;
  };
  const heights = new Map(nodes.map((node) => [node, height(node)]));
  return [...nodes].sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
}

/** From the right of the left one to the left of the right one; in one column an arc beside it. */
function path(a: Box, b: Box): string {
  const [y1, y2] = [a.y + BOX.height / 2, b.y + BOX.height / 2];
  const from = a.x + BOX.width;
  if (a.x === b.x) {
    const bulge = Math.min(GAP - 8, 18 + Math.abs(y2 - y1) / 6);
    return `M${from} ${y1}C${from + bulge} ${y1} ${from + bulge} ${y2} ${from} ${y2}`;
  }
  const middle = (from + b.x) / 2;
  if (b.x - a.x > BOX.width + GAP) {
    const low = Math.max(y1, y2) + BOW;
    return `M${from} ${y1}C${from + GAP} ${low} ${b.x - GAP} ${low} ${b.x} ${y2}`;
  }
  return `M${from} ${y1}C${middle} ${y1} ${middle} ${y2} ${b.x} ${y2}`;
}
