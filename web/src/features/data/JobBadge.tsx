/** A job's state as a badge, its name, and how long it took. */
import type { JobLine } from "~/jobs";
import { Badge, type IconName, type Tone } from "~/ui";
import { words } from "~/words";

const kinds = words.jobs;

export const titleOf = (job: JobLine): string => kinds.kinds[job.kind] ?? job.kind;

const LOOKS: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  waiting: { tone: "neutral", icon: "clock" },
  running: { tone: "info", icon: "hourglass" },
  done: { tone: "good", icon: "check" },
  failed: { tone: "bad", icon: "error" },
  cancelled: { tone: "neutral", icon: "stop" },
};

export function JobBadge({ state }: { state: string }) {
  const look = LOOKS[state] ?? { tone: "neutral", icon: "info" };
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {kinds.states[state] ?? state}
    </Badge>
  );
}

export function secondsOf(job: JobLine): number | null {
  if (!job.started_at || !job.finished_at) return null;
  return (Date.parse(job.finished_at) - Date.parse(job.started_at)) / 1000;
}
