/** The pairs that wait, the surest first. */
import { Badge, classes, Named } from "~/ui";
import { words } from "~/words";
import type { Queue } from "./types";

const said = words.review;

interface QueueListProps {
  queue: Queue;
  open: number;
  onPick: (number: number) => void;
}

export function QueueList({ queue, open, onPick }: QueueListProps) {
  return (
    <>
      <h2 className="review-heading">{said.queue.title}</h2>
      <p className="review-faint">{said.queue.lead(queue.total, queue.unsure, queue.held_back)}</p>
      <ul className="review-plain review-queue">
        {queue.items.map((pair) => (
          <li key={pair.number}>
            <button
              type="button"
              className={classes("review-pick", pair.number === open && "review-picked")}
              aria-current={pair.number === open ? "true" : undefined}
              onClick={() => onPick(pair.number)}
            >
              <span className="review-pick-head">
                <span>{said.queue.pair(pair.number)}</span>
                <span className="review-weight">{said.bitsOf(pair.weight)}</span>
              </span>
              <span className="review-likely">
                {said.likely(pair.probability)} ({said.probability(pair.probability)})
              </span>
              <span className="review-faint review-ids">
                <Named>{pair.identifier_a}</Named>
                <Named>{pair.identifier_b}</Named>
              </span>
              {(pair.was_unsure || pair.held_back) && (
                <span className="review-badges">
                  {pair.was_unsure && <Badge icon="question">{said.queue.unsure}</Badge>}
                  {pair.held_back && (
                    <Badge tone="warn" icon="lock">
                      {said.queue.held}
                    </Badge>
                  )}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
