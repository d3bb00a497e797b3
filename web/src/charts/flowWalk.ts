/** Walking through a graph with the arrow keys: from a box or a way to the nearest one in that direction. */

export interface Stop {
  id: string;
  x: number;
  y: number;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The stop to go to, or null where the key is no direction or nothing lies there. Home and End are the first and the last. */
export function stopAfter(stops: readonly Stop[], from: string | null, key: string): Stop | null {
  if (key === "Home") return stops[0] ?? null;
  if (key === "End") return stops.at(-1) ?? null;
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const here = stops.find((stop) => stop.id === from);
  if (!here) return stops[0] ?? null;
  let best: Stop | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    const [dx, dy] = [stop.x - here.x, stop.y - here.y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (stop.id === here.id || ahead <= 0) continue;
    // What lies aside counts thrice: the eye follows the line.
    const distance = ahead + 3 * aside;
    if (distance < least) [best, least] = [stop, distance];
  }
  return best;
}
