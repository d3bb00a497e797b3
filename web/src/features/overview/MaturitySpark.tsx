/** A small trend whose end, where journeys are too young to count, is hatched instead of falling. */
import { Sparkline } from "~/charts";
import { youngAtEnd } from "./young";

export interface MaturitySparkProps {
  buckets: readonly { value: number | null; young: boolean }[];
  label: string;
}

export function MaturitySpark({ buckets, label }: MaturitySparkProps) {
  const young = youngAtEnd(buckets);
  // The line reaches from the first point to the last; the hatching begins half a point before the first young one.
  const share = buckets.length > 1 ? Math.min(1, (young - 0.5) / (buckets.length - 1)) : 0;
  return (
    <span className="o-spark">
      <Sparkline values={buckets.map(({ value }) => value)} width={220} height={40} label={label} immature={young} />
      {young > 0 && <span className="o-spark-young" aria-hidden="true" style={{ width: `${share * 100}%` }} />}
    </span>
  );
}
