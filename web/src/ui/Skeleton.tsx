/** Grey lines in the size of what is on its way, so that nothing jumps when it comes. */
import { words } from "~/words";
import "./Skeleton.css";

export interface SkeletonProps {
  lines?: number;
  /** One block of this height in pixels instead of lines. */
  height?: number;
  /** Said to screen readers. */
  label?: string;
}

export function Skeleton({ lines = 3, height, label = words.ui.loading }: SkeletonProps) {
  const widths = ["100%", "92%", "97%", "64%"];
  return (
    <div className="c-skeleton" role="status" aria-busy="true" aria-label={label}>
      {height ? (
        <span className="c-skeleton-block" style={{ height }} />
      ) : (
        Array.from({ length: lines }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
          <span key={at} className="c-skeleton-line" style={{ width: widths[at % widths.length] }} />
        ))
      )}
    </div>
  );
}
