/** Shows what a question answered, or why not yet, or why not: skeleton, problem, empty, content. */
import { type ReactNode, useEffect, useState } from "react";
import type { Ask } from "~/api/ask";
import { words } from "~/words";
import { classes } from "./classes";
import { ProblemState } from "./ProblemState";
import { Skeleton } from "./Skeleton";
import "./Shown.css";

const SLOW_MS = 4_000;

export interface ShownProps<T> {
  ask: Ask<T>;
  /** In the size of the content; five lines unless given. */
  skeleton?: ReactNode;
  /** What to show instead when the answer holds nothing; null or undefined means it isn't empty. */
  empty?: (data: T) => ReactNode;
  children: (data: T) => ReactNode;
}

export function Shown<T>({ ask, skeleton, empty, children }: ShownProps<T>) {
  if (ask.data === undefined) {
    if (ask.problem) return <ProblemState problem={ask.problem} retry={ask.refetch} />;
    if (ask.waiting) return <ProblemState problem={ask.waiting} />;
    return <Waiting>{skeleton ?? <Skeleton lines={5} />}</Waiting>;
  }
  return (
    <div className={classes("c-shown", ask.isPrevious && "c-shown-previous")} aria-busy={ask.isPrevious}>
      {ask.problem && <ProblemState problem={ask.problem} retry={ask.refetch} compact />}
      {empty?.(ask.data) || children(ask.data)}
    </div>
  );
}

/** The skeleton; after some seconds it says that it hasn't forgotten. */
function Waiting({ children }: { children: ReactNode }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="c-waiting" aria-busy="true">
      {children}
      {slow && (
        <p className="c-waiting-slow" role="status">
          {words.ui.slow}
        </p>
      )}
    </div>
  );
}
