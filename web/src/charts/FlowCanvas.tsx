/** The drawing of a flow graph: pans, zooms, and is walked through with the arrow keys. */
import {
  Background,
  ControlButton,
  Controls,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  ViewportPortal,
} from "@xyflow/react";
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import "@xyflow/react/dist/base.css";
import { classes } from "~/ui/classes";
import { visible } from "~/ui/visible";
import { words } from "~/words";
import { number } from "~/words/format";
import { FlowDrawing } from "./FlowDrawing";
import type { FlowGraphProps } from "./FlowGraph";
import { boxesOf, type Marks, markedBoxes, markedWays, stopsOf, wayId, waysOf } from "./flowElements";
import { flowLayout, type Place } from "./flowLayout";
import { firstView, wholeView } from "./flowView";
import { stopAfter } from "./flowWalk";

const NOTHING: never[] = [];
/** Four corners, in the hand of the buttons beside it. */
const FIT = "M3 10V3h8v3H6v4zm18-7h8v7h-3V6h-5zM3 20h3v4h5v3H3zm23 0h3v7h-8v-3h5z";

export default function FlowCanvas(props: FlowGraphProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ nodes, edges, label, onPick, picked = null, direction = "right" }: FlowGraphProps) {
  const help = useId();
  const [active, setActive] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const { setCenter, getZoom } = useReactFlow();
  const places = useMemo(() => flowLayout(nodes, edges, direction), [nodes, edges, direction]);
  const { frame, showAll } = useView(places, nodes.find((node) => node.kind === "start")?.id);
  const plainBoxes = useMemo(() => boxesOf(nodes, places), [nodes, places]);
  const plainWays = useMemo(() => waysOf(edges, places, direction), [edges, places, direction]);
  const marks = useMemo((): Marks => ({ active, picked, at: active ?? pointed }), [active, picked, pointed]);
  const boxes = useMemo(() => markedBoxes(plainBoxes, plainWays, marks), [plainBoxes, plainWays, marks]);
  const ways = useMemo(() => markedWays(plainWays, marks), [plainWays, marks]);
  const stops = useMemo(() => stopsOf(plainBoxes, plainWays), [plainBoxes, plainWays]);
  const pick = (id: string | null) => {
    const node = nodes.find((one) => one.id === id);
    const edge = edges.find((one) => wayId(one) === id);
    if (node) onPick?.({ node });
    else if (edge) onPick?.({ edge });
  };
  const latest = useRef(pick);
  latest.current = pick;
  const pickAny = useCallback((id: string) => latest.current(id), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") pick(active);
    else {
      const next = stopAfter(stops, active, event.key);
      if (!next) return;
      setActive(next.id);
      void setCenter(next.x, next.y, { zoom: getZoom() });
    }
    event.preventDefault();
  };
  return (
    <div
      ref={frame}
      className={classes("ch-flow-canvas", marks.at !== null && "ch-flow-lit")}
      role="application"
      aria-label={label}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: walked through with the arrow keys, as its description says
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setActive(null)}
    >
      <p id={help} className="c-hidden">
        {words.charts.graphHelp}
      </p>
      <p className="c-hidden" role="status">
        {saidOf(nodes, edges, active)}
      </p>
      <ReactFlow
        nodes={NOTHING}
        edges={NOTHING}
        onMoveStart={() => frame.current?.classList.add("ch-flow-moving")}
        onMoveEnd={() => frame.current?.classList.remove("ch-flow-moving")}
        minZoom={0.05}
        maxZoom={2}
        disableKeyboardA11y
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={24} size={1} />
        <ViewportPortal>
          <FlowDrawing boxes={boxes} ways={ways} onPick={pickAny} onPoint={setPointed} />
        </ViewportPortal>
        <Controls showInteractive={false} showFitView={false} aria-label={label}>
          <ControlButton onClick={showAll} aria-label={words.charts.fit} title={words.charts.fit}>
            <svg viewBox="0 0 32 30" aria-hidden="true">
              <path d={FIT} />
            </svg>
          </ControlButton>
        </Controls>
      </ReactFlow>
    </div>
  );
}

/** Shows where a graph begins whenever it is another one; the frame is the element the ref is put on. */
function useView(places: ReadonlyMap<string, Place>, start: string | undefined) {
  const { setViewport } = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const show = useCallback(
    (view: typeof firstView) => {
      const size = frame.current?.getBoundingClientRect();
      if (size) void setViewport(view(places, start, size));
    },
    [places, start, setViewport],
  );
  useEffect(() => show(firstView), [show]);
  return { frame, showAll: () => show(wholeView) };
}

function saidOf(nodes: FlowGraphProps["nodes"], edges: FlowGraphProps["edges"], active: string | null): string {
  if (active === null) return "";
  const name = (id: string) => visible(nodes.find((node) => node.id === id)?.label ?? id);
  const node = nodes.find((one) => one.id === active);
  if (node) return words.charts.node(name(node.id), number(node.value));
  const edge = edges.find((one) => wayId(one) === active);
  return edge ? words.charts.link(name(edge.from), name(edge.to), edge.note ?? number(edge.value)) : "";
}
