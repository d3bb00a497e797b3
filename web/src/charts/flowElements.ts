/** The boxes and ways of a flow graph as they are drawn; what doesn't change keeps its identity, so it isn't drawn anew. */
import { getBezierPath, Position } from "@xyflow/react";
import type { FlowEdge, FlowNode } from "./flow";
import { BOX, type Place } from "./flowLayout";
import type { Stop } from "./flowWalk";

const MOST_LABELS = 120;
const THICKEST = 9;
/** A way from a box to itself is drawn in little room. */
const THICKEST_LOOP = 4;
const LOOP = 46;

export type Direction = "right" | "down";

interface Marked {
  /** Where the arrow keys stand. */
  isActive: boolean;
  isPicked: boolean;
  /** It, or what it touches, is pointed at. */
  isLit: boolean;
}

export interface Box extends Marked {
  id: string;
  node: FlowNode;
  place: Place;
}

export interface Way extends Marked {
  id: string;
  edge: FlowEdge;
  path: string;
  /** Where its number stands. */
  x: number;
  y: number;
  thickness: number;
  isLabelled: boolean;
}

const UNMARKED: Marked = { isActive: false, isPicked: false, isLit: false };

export const wayId = (edge: FlowEdge): string => `${edge.from}→${edge.to}`;

export function boxesOf(nodes: readonly FlowNode[], places: ReadonlyMap<string, Place>): Box[] {
  return nodes.map((node) => ({ id: node.id, node, place: places.get(node.id) ?? { x: 0, y: 0 }, ...UNMARKED }));
}

/** The ways between known boxes, the weakest first, so that strong ones lie on top. */
export function waysOf(edges: readonly FlowEdge[], places: ReadonlyMap<string, Place>, direction: Direction): Way[] {
  const ranked = [...edges].sort((a, b) => a.value - b.value);
  const most = Math.max(ranked.at(-1)?.value ?? 0, 1);
  const labelledFrom = ranked.at(-MOST_LABELS - 1)?.value ?? 0;
  return ranked.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (!from || !to) return [];
    const thickest = edge.from === edge.to ? THICKEST_LOOP : THICKEST;
    const thickness = 1 + (thickest - 1) * Math.sqrt(edge.value / most);
    const drawn = edge.from === edge.to ? loop(from, direction) : curve(from, to, direction);
    return [{ id: wayId(edge), edge, ...drawn, thickness, isLabelled: edge.value > labelledFrom, ...UNMARKED }];
  });
}

function curve(from: Place, to: Place, direction: Direction): Pick<Way, "path" | "x" | "y"> {
  const isRight = direction === "right";
  const [path, x, y] = getBezierPath({
    sourceX: from.x + (isRight ? BOX.width : BOX.width / 2),
    sourceY: from.y + (isRight ? BOX.height / 2 : BOX.height),
    sourcePosition: isRight ? Position.Right : Position.Bottom,
    targetX: to.x + (isRight ? 0 : BOX.width / 2),
    targetY: to.y + (isRight ? BOX.height / 2 : 0),
    targetPosition: isRight ? Position.Left : Position.Top,
  });
  return { path, x, y };
}

/** Out of a box and back into it: around its top, or its right side where ways lead down. */
function loop({ x, y }: Place, direction: Direction): Pick<Way, "path" | "x" | "y"> {
  const { width, height } = BOX;
  if (direction === "right") {
    const [out, back, middle] = [x + width, x, y + height / 2];
    const path = `M${out} ${middle} C ${out + LOOP} ${y - LOOP / 2}, ${back - LOOP} ${y - LOOP / 2}, ${back} ${middle}`;
    return { path, x: x + width / 2, y: y - LOOP * 0.15 };
  }
  const [out, back, middle] = [y + height, y, x + width / 2];
  const path = `M${middle} ${out} C ${x + width + LOOP} ${out + LOOP}, ${x + width + LOOP} ${back - LOOP}, ${middle} ${back}`;
  return { path, x: x + width + LOOP * 0.5, y: y + height / 2 };
}

export interface Marks {
  active: string | null;
  picked: string | null;
  /** What the pointer or the keys are at. */
  at: string | null;
}

/** Boxes with their marks; one without any is the very object it was. */
export function markedBoxes(boxes: readonly Box[], ways: readonly Way[], marks: Marks): readonly Box[] {
  const lit = new Set(
    marks.at === null
      ? []
      : [marks.at, ...ways.filter((way) => touches(way, marks.at)).flatMap(({ edge }) => [edge.from, edge.to])],
  );
  return boxes.map((box) => marked(box, marks, lit.has(box.id)));
}

export function markedWays(ways: readonly Way[], marks: Marks): readonly Way[] {
  return ways.map((way) => marked(way, marks, touches(way, marks.at)));
}

const touches = ({ id, edge }: Way, at: string | null): boolean =>
  at !== null && (id === at || edge.from === at || edge.to === at);

function marked<T extends Marked & { id: string }>(one: T, { active, picked }: Marks, isLit: boolean): T {
  const [isActive, isPicked] = [active === one.id, picked === one.id];
  return isActive || isPicked || isLit ? { ...one, isActive, isPicked, isLit } : one;
}

/** Boxes and ways in reading order, with their middles. */
export function stopsOf(boxes: readonly Box[], ways: readonly Way[]): Stop[] {
  const middles = boxes.map(({ id, place }) => ({ id, x: place.x + BOX.width / 2, y: place.y + BOX.height / 2 }));
  return [...middles, ...ways.map(({ id, x, y }) => ({ id, x, y }))].sort((a, b) => a.x - b.x || a.y - b.y);
}
