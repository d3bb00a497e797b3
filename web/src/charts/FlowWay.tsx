/** One way between two boxes: as thick as it is travelled, with its number on it. */
import { memo } from "react";
import { classes } from "~/ui/classes";
import { number } from "~/words/format";
import type { Way } from "./flowElements";

export const STRENGTHS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

export const FlowWay = memo(function FlowWay({ way, arrows }: { way: Way; arrows: string }) {
  const { id, edge, path, x, y, thickness, isLabelled, isActive, isPicked, isLit } = way;
  const look = classes(
    "ch-way",
    `ch-way-heat-${edge.heat ?? 0}`,
    isActive && "ch-way-active",
    isPicked && "ch-way-picked",
    isLit && "ch-way-lit",
  );
  return (
    <g className={look} data-flow={id}>
      <path className="ch-way-line" d={path} strokeWidth={thickness} markerEnd={`url(#${arrows}-${edge.heat ?? 0})`} />
      <path className="ch-way-target" d={path} />
      {(isLabelled || isLit) && (
        <text className="ch-way-label" x={x} y={y} dy="0.32em" textAnchor="middle">
          {edge.note ?? number(edge.value)}
        </text>
      )}
    </g>
  );
});

/** The arrow heads, one for each shade. */
export function Arrows({ id }: { id: string }) {
  return (
    <defs>
      {STRENGTHS.map((heat) => (
        <marker
          key={heat}
          id={`${id}-${heat}`}
          className={`ch-arrow ch-way-heat-${heat}`}
          markerUnits="userSpaceOnUse"
          markerWidth={12}
          markerHeight={12}
          viewBox="0 0 10 10"
          refX={9}
          refY={5}
          orient="auto"
        >
          <path d="M0 1 L10 5 L0 9 z" />
        </marker>
      ))}
    </defs>
  );
}
