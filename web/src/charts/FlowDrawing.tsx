/**
 * The boxes and ways themselves, as one drawing: panning moves it as a whole. (As nodes and edges of the graph program each of
 * them would look at every move; with 500 boxes and 1,500 ways that took 50 ms a frame.)
 */
import { memo, type SyntheticEvent, useId } from "react";
import { FlowBox } from "./FlowBox";
import { Arrows, FlowWay } from "./FlowWay";
import type { Box, Way } from "./flowElements";

export interface FlowDrawingProps {
  boxes: readonly Box[];
  ways: readonly Way[];
  onPick: (id: string) => void;
  onPoint: (id: string | null) => void;
}

export const FlowDrawing = memo(function FlowDrawing({ boxes, ways, onPick, onPoint }: FlowDrawingProps) {
  const arrows = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the canvas around it is walked through with the arrow keys
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      className="ch-flow-drawing"
      onClick={(event) => {
        const id = idOf(event);
        if (id !== null) onPick(id);
      }}
      onPointerOver={(event) => {
        // While it is dragged, things slide past under the pointer.
        if (event.buttons === 0) onPoint(idOf(event));
      }}
      onPointerLeave={() => onPoint(null)}
    >
      <svg className="ch-ways" aria-hidden="true">
        <Arrows id={arrows} />
        {ways.map((way) => (
          <FlowWay key={way.id} way={way} arrows={arrows} />
        ))}
      </svg>
      {boxes.map((box) => (
        <FlowBox key={box.id} box={box} />
      ))}
    </div>
  );
});

const idOf = ({ target }: SyntheticEvent): string | null =>
  target instanceof Element ? (target.closest("[data-flow]")?.getAttribute("data-flow") ?? null) : null;
