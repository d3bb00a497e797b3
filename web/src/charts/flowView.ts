/** Which part of a graph is in sight at first: all of it where that can be read, else where it begins. */
import { BOX, type Place } from "./flowLayout";

const READABLE = 0.55;
const BEGIN = 0.7;
const LARGEST = 1.1;
const MARGIN = 24;

export interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

interface Size {
  width: number;
  height: number;
}

export function firstView(places: ReadonlyMap<string, Place>, start: string | undefined, size: Size): Viewport {
  const whole = wholeView(places, start, size);
  const begin = start === undefined ? undefined : places.get(start);
  if (whole.zoom >= READABLE || !begin) return whole;
  // Windows wider than high show it at the left, others at the top.
  const [x, y] = [begin.x * BEGIN, begin.y * BEGIN];
  return size.width >= size.height
    ? { x: MARGIN - x, y: size.height / 2 - y - (BOX.height / 2) * BEGIN, zoom: BEGIN }
    : { x: size.width / 2 - x - (BOX.width / 2) * BEGIN, y: MARGIN - y, zoom: BEGIN };
}

export function wholeView(places: ReadonlyMap<string, Place>, _start: string | undefined, size: Size): Viewport {
  const all = [...places.values()];
  if (all.length === 0 || size.width <= 0 || size.height <= 0) return { x: 0, y: 0, zoom: 1 };
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const wide = Math.max(...all.map(({ x }) => x)) + BOX.width - left;
  const high = Math.max(...all.map(({ y }) => y)) + BOX.height - top;
  const zoom = Math.min((size.width - 2 * MARGIN) / wide, (size.height - 2 * MARGIN) / high, LARGEST);
  return { x: (size.width - wide * zoom) / 2 - left * zoom, y: (size.height - high * zoom) / 2 - top * zoom, zoom };
}
