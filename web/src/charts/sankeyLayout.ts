/** Where the nodes and streams of a Sankey stand: columns wide enough for their labels, however narrow the place. */
import { type SankeyLink as PlacedLink, type SankeyNode as PlacedNode, sankey } from "d3-sankey";
import type { SankeyLink, SankeyNode } from "./Sankey";

export type Node = PlacedNode<SankeyNode, SankeyLink>;
export type Link = PlacedLink<SankeyNode, SankeyLink>;
interface Placed {
  nodes: Node[];
  links: Link[];
}

const NODE_WIDTH = 12;
/** From one column to the next; labels stand in between, those of the last column behind it. */
export const LEAST_COLUMN = 132;
/** Labels of one column stand at least this far apart. */
const LINE = 15;

/** Lays out in the width there is, or in more where columns would stand too close; what is wider scrolls. */
export function fitted(
  nodes: readonly SankeyNode[],
  links: readonly SankeyLink[],
  available: number,
  height: number,
): { placed: Placed; width: number; room: number } {
  const tried = place(nodes, links, available, height);
  const columns = Math.max(1, ...tried.nodes.map((node) => (node.depth ?? 0) + 1));
  const width = Math.max(available, columns * LEAST_COLUMN);
  const room = width / columns - NODE_WIDTH;
  return { placed: place(nodes, links, width - room, height), width, room };
}

/** The nodes whose labels have a line of their own; of two that stand too close the larger has it. */
export function withRoom(nodes: readonly Node[]): ReadonlySet<string> {
  const middle = (node: Node) => ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2;
  const kept: Node[] = [];
  for (const node of [...nodes].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))) {
    const isFree = kept.every((other) => other.x0 !== node.x0 || Math.abs(middle(other) - middle(node)) >= LINE - 1);
    if (isFree) kept.push(node);
  }
  return new Set(kept.map(({ id }) => id));
}

/** Lays out copies: the layout writes into what it is given. Links to nowhere, to themselves or backwards can't be drawn and are left out. */
function place(nodes: readonly SankeyNode[], links: readonly SankeyLink[], width: number, height: number): Placed {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const forward = links.filter((link) => {
    const [from, to] = [known.get(link.source), known.get(link.target)];
    if (!from || !to || from === to || link.value <= 0) return false;
    return from.column === undefined || to.column === undefined || from.column < to.column;
  });
  const drawn = withoutCircles(forward);
  const used = new Set(drawn.flatMap((link) => [link.source, link.target]));
  const layout = sankey<SankeyNode, SankeyLink>()
    .nodeId((node) => node.id)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(LINE)
    .nodeSort(null)
    .nodeAlign((node, columns) => Math.min(columns - 1, node.column ?? node.depth ?? 0))
    .extent([
      [1, 6],
      [width - 1, height - 6],
    ]);
  return layout({
    nodes: nodes.filter((node) => used.has(node.id)).map((node) => ({ ...node })),
    links: drawn.map((link) => ({ ...link })),
  }) as Placed;
}

/** Leaves out each link that would lead back to where it came from; the layout can't draw circles. */
function withoutCircles(links: readonly SankeyLink[]): SankeyLink[] {
  const onward = new Map<string, string[]>();
  const leadsTo = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (onward.get(from) ?? []).some((next) => leadsTo(next, to, seen));
  };
  return links.filter((link) => {
    if (leadsTo(link.target, link.source)) return false;
    onward.set(link.source, [...(onward.get(link.source) ?? []), link.target]);
    return true;
  });
}
