/** Long threads page by page: begins where a link points, and shows what comes before and after on demand. */
import { type ReactNode, useState } from "react";
import { Button } from "~/ui";
import { words } from "~/words";

export const PAGE_STEPS = 100;

export interface StepPagesProps {
  total: number;
  /** The row that has to be in sight at first. */
  focus: number;
  /** One page, from row `at` on. */
  page: (at: number) => ReactNode;
}

export function StepPages({ total, focus, page }: StepPagesProps) {
  const begin = Math.floor(Math.min(focus, Math.max(total - 1, 0)) / PAGE_STEPS) * PAGE_STEPS;
  const [from, setFrom] = useState(begin);
  const [until, setUntil] = useState(begin + PAGE_STEPS);
  const pages: number[] = [];
  for (let at = from; at < Math.min(until, total); at += PAGE_STEPS) pages.push(at);
  const after = Math.max(total - until, 0);
  return (
    <div className="thread-pages">
      {from > 0 && (
        <Button kind="plain" size="small" icon="arrow-up" onPress={() => setFrom(from - PAGE_STEPS)}>
          {words.thread.earlier(Math.min(PAGE_STEPS, from), from)}
        </Button>
      )}
      {pages.map((at) => (
        <div key={at}>{page(at)}</div>
      ))}
      {after > 0 && (
        <Button kind="plain" size="small" icon="arrow-down" onPress={() => setUntil(until + PAGE_STEPS)}>
          {words.thread.further(Math.min(PAGE_STEPS, after), after)}
        </Button>
      )}
      {total > PAGE_STEPS && (
        <p className="thread-note">{words.thread.shown(from + 1, Math.min(until, total), total)}</p>
      )}
    </div>
  );
}
