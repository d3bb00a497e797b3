/** The queue on the left and the open pair beside it; or why nothing waits. */
import { useState } from "react";
import { usePlace } from "~/selection";
import { Button, EmptyState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import type { Answered } from "./answering";
import { LastAnswer } from "./LastAnswer";
import { MatchNote, SHOWN, useQueue } from "./Match";
import { OpenPair } from "./OpenPair";
import { Pending } from "./Pending";
import { QueueList } from "./QueueList";
import type { Queue } from "./types";

const said = words.review;

export function Waiting() {
  const [at, setAt] = useState(0);
  const ask = useQueue(at);
  return (
    <div className="review-stack">
      <MatchNote />
      <Shown ask={ask} skeleton={<Skeleton height={520} />}>
        {(queue) => <Parts queue={queue} at={at} onAt={setAt} />}
      </Shown>
    </div>
  );
}

function Parts({ queue, at, onAt }: { queue: Queue; at: number; onAt: (at: number) => void }) {
  const [picked, setPicked] = usePlace<string>("pair", "");
  const open = /^\d{1,15}$/.test(picked) ? Number(picked) : queue.items[0]?.number;
  const pick = (number: number | null) => setPicked(number === null ? null : String(number));
  const [last, setLast] = useState<Answered | null>(null);
  const isLastHere = last !== null && (last.verdict === "unsure" || queue.pending > 0);
  return (
    <div className="review-stack">
      {isLastHere && (
        <LastAnswer
          key={last.number}
          last={last}
          onTakenBack={() => {
            setLast(null);
            pick(last.number);
          }}
        />
      )}
      <Pending count={queue.pending} />
      {queue.state !== "waiting" && <Nothing state={queue.state} />}
      {open !== undefined && (
        <div className={queue.items.length > 0 ? "review-columns" : "review-stack"}>
          {queue.items.length > 0 && (
            <div className="review-list">
              <QueueList queue={queue} open={open} onPick={pick} />
              {queue.total > SHOWN && (
                <div className="review-pager">
                  <Button size="small" isDisabled={at === 0} onPress={() => onAt(Math.max(0, at - SHOWN))}>
                    {said.queue.earlier}
                  </Button>
                  <span className="review-faint">{said.queue.shown(at + 1, at + queue.items.length, queue.total)}</span>
                  <Button size="small" isDisabled={queue.next === null} onPress={() => onAt(at + SHOWN)}>
                    {said.queue.later}
                  </Button>
                </div>
              )}
            </div>
          )}
          <OpenPair number={open} onPick={pick} onAnswered={setLast} />
        </div>
      )}
    </div>
  );
}

function Nothing({ state }: { state: Exclude<Queue["state"], "waiting"> }) {
  const { title, body } = said.empty[state];
  return (
    <EmptyState icon={state === "answered" || state === "nothing" ? "good" : "customers"} title={title} body={body} />
  );
}
