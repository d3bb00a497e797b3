/** One box of a flow graph: what it is, how many went through. */
import { memo } from "react";
import { classes } from "~/ui/classes";
import { Named } from "~/ui/Named";
import { number, percent } from "~/words/format";
import type { Box } from "./flowElements";

export const FlowBox = memo(function FlowBox({ box }: { box: Box }) {
  const { id, node, place, isActive, isPicked, isLit } = box;
  const look = classes(
    "ch-box",
    `ch-box-${node.kind ?? "step"}`,
    isActive && "ch-box-active",
    isPicked && "ch-box-picked",
    isLit && "ch-box-lit",
  );
  return (
    <div className={look} data-flow={id} style={{ left: place.x, top: place.y }}>
      <Named>{node.label}</Named>
      <span className="ch-box-numbers">
        {number(node.value)}
        {node.share !== null && node.share !== undefined && <span>{percent(node.share)}</span>}
        {node.note && <Named>{node.note}</Named>}
      </span>
    </div>
  );
});
