/** How fast a job goes and how long it will take, from what was seen of it so far. */
import { useRef } from "react";
import type { Job } from "./types";

export interface Pace {
  perSecond: number | null;
  secondsLeft: number | null;
}

interface Seen {
  at: number;
  done: number;
}

/** A pace needs so many seconds to say something. */
const LEAST_SECONDS = 1.5;
const REMEMBERED_SECONDS = 20;

/** Rows a second over the last seconds of this stage; null while too little was seen. */
export function usePace(job: Job, now: () => number = Date.now): Pace {
  const seen = useRef<{ key: string; points: Seen[] }>({ key: "", points: [] });
  const { stage, unit, done, total } = job.progress;
  const key = `${job.id} ${job.attempts} ${stage} ${unit}`;
  if (seen.current.key !== key) seen.current = { key, points: [] };
  const points = seen.current.points;
  const last = points.at(-1);
  if (!last || last.done !== done) points.push({ at: now() / 1000, done });
  return pace(points, total, REMEMBERED_SECONDS);
}

export function pace(points: Seen[], total: number, remembered: number): Pace {
  const last = points.at(-1);
  if (!last) return { perSecond: null, secondsLeft: null };
  while (points.length > 2 && last.at - (points[0]?.at ?? 0) > remembered) points.shift();
  const first = points[0] ?? last;
  const seconds = last.at - first.at;
  if (seconds < LEAST_SECONDS || last.done <= first.done) return { perSecond: null, secondsLeft: null };
  const perSecond = (last.done - first.done) / seconds;
  return { perSecond, secondsLeft: total > last.done ? (total - last.done) / perSecond : null };
}
