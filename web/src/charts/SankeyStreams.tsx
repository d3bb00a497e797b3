/** Draws the streams of a Sankey; each node and each stream can be picked by pointer and by keyboard. */
import { sankeyLinkHorizontal } from "d3-sankey";
import type { KeyboardEvent } from "react";
import { ScrollBox } from "~/ui/ScrollBox";
import { visible } from "~/ui/visible";
import { words } from "~/words";
import { metricValue } from "~/words/format";
import { seriesColour } from "./colours";
import type { SankeyLink, SankeyNode, SankeyProps } from "./Sankey";
import { fitted, type Node, withRoom } from "./sankeyLayout";
import { useWidth } from "./useWidth";

const CHAR_WIDTH = 6.6;
const LABEL_GAP = 6;

export default function SankeyStreams({ nodes, links, label, unit = "count", onPick, height = 420 }: SankeyProps) {
  const [frame, available] = useWidth<HTMLDivElement>();
  const { placed, width, room } = fitted(nodes, links, available, height);
  const said = (value: number | undefined) => metricValue({ value, unit });
  const labelled = withRoom(placed.nodes);
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
              value={said(node.value)}
              room={labelled.has(node.id) ? room : 0}
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
  value,
  room,
  onPick,
}: {
  node: Node;
  value: string;
  /** How wide its label may be. */
  room: number;
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
      {room > 0 && (
        <text x={x1 + LABEL_GAP} y={(y0 + y1) / 2} dy="0.32em" className="ch-sankey-label">
          {cut(text, Math.floor((room - LABEL_GAP) / CHAR_WIDTH) - value.length - 1)}
          <tspan className="ch-sankey-value"> {value}</tspan>
        </text>
      )}
    </g>
  );
}

/** A label as long as its place allows; the whole name is read out and shown when pointed at. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;

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

const original = (links: readonly SankeyLink[], from: Node, to: Node): SankeyLink =>
  links.find((link) => link.source === from.id && link.target === to.id) ?? {
    source: from.id,
    target: to.id,
    value: 0,
  };

const originalNode = (nodes: readonly SankeyNode[], node: Node): SankeyNode =>
  nodes.find((one) => one.id === node.id) ?? node;
