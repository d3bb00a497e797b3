/** A graph of steps and the ways between them; the drawing program loads only when a graph is shown. */
import { lazy, Suspense } from "react";
import { Skeleton } from "~/ui/Skeleton";
import { words } from "~/words";
import type { FlowEdge, FlowNode } from "./flow";
import "./FlowGraph.css";

export interface FlowGraphProps {
  nodes: readonly FlowNode[];
  edges: readonly FlowEdge[];
  label: string;
  onPick?: (picked: { node: FlowNode } | { edge: FlowEdge }) => void;
  /** Id of the open node, or `from→to` of the open edge. */
  picked?: string | null;
  height?: number;
  direction?: "right" | "down";
}

const Canvas = lazy(() => import("./FlowCanvas"));

export function FlowGraph(props: FlowGraphProps) {
  const { height = 520 } = props;
  return (
    <div className="ch-flow" style={{ height }}>
      <Suspense fallback={<Skeleton height={height} label={words.charts.loading} />}>
        <Canvas {...props} />
      </Suspense>
    </div>
  );
}
