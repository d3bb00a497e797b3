/** One journey drawn in its customer's time: a line from its first to its last step, and dots where steps are. */
import { colourOf, placeOf, radiusOf, type Span } from "./laneScale";
import type { Customer, Lane } from "./types";

const MIDDLE = 11;

export function LaneStrip({ lane, span, customer }: { lane: Lane; span: Span; customer: Customer }) {
  const [start, end] = [placeOf(lane.started_at, span), placeOf(lane.ended_at, span)];
  return (
    <svg className="lane-strip" aria-hidden="true">
      <line className="lane-ground" x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      <line className="lane-line" x1={`${start * 100}%`} x2={`${end * 100}%`} y1={MIDDLE} y2={MIDDLE} />
      {lane.marks.map((mark) => (
        <circle
          key={`${mark.since} ${mark.channel}`}
          className="lane-dot"
          cx={`${placeOf(mark.since, span) * 100}%`}
          cy={MIDDLE}
          r={radiusOf(mark.steps)}
          fill={colourOf(customer, mark.channel)}
        />
      ))}
    </svg>
  );
}
