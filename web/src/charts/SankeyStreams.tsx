/** Draws the streams of a Sankey; each node and each stream can be picked by pointer and by keyboard. */
import { type SankeyLink as PlacedLink, type SankeyNode as PlacedNode, sankey, sankeyLinkHorizontal } from "d3-sankey";
import type { KeyboardEvent } from "react";
import { ScrollBox } from "~/ui/ScrollBox";
import { visible } from "~/ui/visible";
import { words } from "~/words";
import { metricValue } from "~/words/format";
import { seriesColour } from "./colours";
import type { SankeyLink, SankeyNode, SankeyProps } from "./Sankey";
import { useWidth } from "./useWidth";

type Node = PlacedNode<SankeyNode, SankeyLink>;
type Link = PlacedLink<SankeyNode, SankeyLink>;

const LEAST_WIDTH = 620;
const NODE_WIDTH = 12;
const LABEL_CHARS = 24;

export default function SankeyStreams({ nodes, links, label, unit = "count", onPick, height = 420 }: SankeyProps) {
  const [frame, available] = useWidth<HTMLDivElement>();
  const width = Math.max(available, LEAST_WIDTH);
  const placed = place(nodes, links, width, height);
  const said = (value: number | undefined) => metricValue({ value, unit });
  return (
    <div ref={frame}>
      <ScrollBox label={label} className="ch-sankey">
        <svg width={width} height={height} role="group" aria-label={label}>
          <g>
            {placed.links.map((link) => {
              const [from, to] = [link.source as Node, link.target as Node];
              const name = words.charts.link(visible(from.label), visible(to.label), said(link.value));
              const isRest = Boolean(from.isRest || to.isRest);
              return (
                <path
                  key={`${from.id}\u0000${to.id}`}
                  className={isRest ? "ch-sankey-link ch-sankey-rest" : "ch-sankey-link"}
                  d={sankeyLinkHorizontal()(link) ?? ""}
                  style={{ color: colourOf(from) }}
                  strokeWidth={Math.max(1, link.width ?? 0)}
                  {...picking(name, onPick && (() => onPick({ link: original(links, from, to) })))}
                >
                  <title>{name}</title>
                </path>
              );
            })}
          </g>
          {placed.nodes.map((node) => (
            <NodeShape
              key={node.id}
              node={node}
              isLast={(node.x1 ?? 0) > width - NODE_WIDTH}
              value={said(node.value)}
              onPick={onPick && (() => onPick({ node: originalNode(nodes, node) }))}
            />
          ))}
        </svg>
      </ScrollBox>
    </div>
  );
}

function NodeShape({
  node,
  isLast,
  value,
  onPick,
}: {
  node: Node;
  isLast: boolean;
  value: string;
  onPick: (() => void) | undefined;
}) {
  const [x0, x1, y0, y1] = [node.x0 ?? 0, node.x1 ?? 0, node.y0 ?? 0, node.y1 ?? 0];
  const text = visible(node.label) || words.ui.unnamed;
  const name = words.charts.node(text, value);
  return (
    <g className={onPick ? "ch-sankey-node ch-sankey-opens" : "ch-sankey-node"} {...picking(name, onPick)}>
      <title>{name}</title>
      {/* A larger target than the thin bar. */}
      <rect
        className="ch-sankey-target"
        x={x0 - 6}
        y={Math.min(y0, (y0 + y1) / 2 - 12)}
        width={x1 - x0 + 12}
        height={Math.max(24, y1 - y0)}
      />
      <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} rx={2} style={{ fill: colourOf(node) }} />
      <text
        x={isLast ? x0 - 6 : x1 + 6}
        y={(y0 + y1) / 2}
        dy="0.32em"
        textAnchor={isLast ? "end" : "start"}
        className="ch-sankey-label"
      >
        {text.length > LABEL_CHARS ? `${text.slice(0, LABEL_CHARS - 1)}…` : text}
        <tspan className="ch-sankey-value"> {value}</tspan>
      </text>
    </g>
  );
}

const colourOf = (node: Node): string =>
  node.isRest ? "var(--line-strong)" : seriesColour(node.series ?? node.index ?? 0);

function picking(name: string, pick: (() => void) | undefined) {
  if (!pick) return {};
  return {
    role: "button",
    tabIndex: 0,
    "aria-label": name,
    onClick: pick,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pick();
    },
  } as const;
}

/** Lays out copies: the layout writes into what it is given. Links to nowhere, to themselves or backwards can't be drawn and are left out. */
function place(nodes: readonly SankeyNode[], links: readonly SankeyLink[], width: number, height: number) {
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
    .nodePadding(14)
    .nodeSort(null)
    .nodeAlign((node, columns) => Math.min(columns - 1, node.column ?? node.depth ?? 0))
    .extent([
      [1, 6],
      [width - 1, height - 6],
    ]);
  return layout({
    nodes: nodes.filter((node) => used.has(node.id)).map((node) => ({ ...node })),
    links: drawn.map((link) => ({ ...link })),
  }) as { nodes: Node[]; links: Link[] };
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

const original = (links: readonly SankeyLink[], from: Node, to: Node): SankeyLink =>
  links.find((link) => link.source === from.id && link.target === to.id) ?? {
    source: from.id,
    target: to.id,
    value: 0,
  };

const originalNode = (nodes: readonly SankeyNode[], node: Node): SankeyNode =>
  nodes.find((one) => one.id === node.id) ?? node;
