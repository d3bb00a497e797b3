/** Files on their way: how far each is, what failed and why, and on to looking into them once they are here. */
import { useEffect, useRef, useState } from "react";
import { useOrderJob } from "~/jobs";
import { Button, Card, DropZone, Icon, IconButton, Named, ProblemState, Progress, Skeleton } from "~/ui";
import { words } from "~/words";
import type { Item } from "./queue";
import { isSettled } from "./queue";
import type { Go } from "./StartScreen";
import type { Uploading } from "./useUpload";

const said = words.start.upload;

export function Sent({ id, sending, go }: { id: string | null; sending: Uploading; go: Go }) {
  const { items, problem, isOffline } = sending;
  const { order, problem: refused, isPending } = useOrderJob();
  // After a reload the others have to be chosen again, so nothing goes on by itself.
  const [resumed] = useState(id !== null && items.length === 0);
  const here = items.filter((item) => item.state === "here").length;
  const failed = items.filter((item) => item.state === "failed").length;
  const look = async () => {
    const job = await order("look", { upload: id }).catch(() => null);
    if (job) go("look", job.id);
  };
  useOnce(!resumed && id !== null && here > 0 && here === items.length, () => void look());
  const discard = async () => {
    await sending.discard();
    go(null);
  };
  if (problem) return <Gone sending={sending} onAgain={() => void discard()} />;
  if (items.length === 0) return <Skeleton height={220} />;
  return (
    <Card
      title={said.title}
      lead={said.all(here, items.length)}
      actions={
        <Button size="small" kind="quiet" icon="trash" onPress={() => void discard()}>
          {said.discard}
        </Button>
      }
    >
      <div className="start-sent">
        {resumed && <p className="start-note">{said.lost(here)}</p>}
        {isOffline && (
          <p className="start-note start-warn" role="status">
            <Icon name="warning" size={16} /> {said.offline}
          </p>
        )}
        <ul className="sent-files">
          {items.map((item) => (
            <File key={item.name} item={item} sending={sending} />
          ))}
        </ul>
        {refused && <ProblemState problem={refused} retry={() => void look()} compact />}
        <div className="start-row">
          {failed > 1 && (
            <Button icon="refresh" onPress={() => sending.retry()}>
              {said.retryAll}
            </Button>
          )}
          {isSettled(items) && here > 0 && (
            <Button kind="primary" icon="arrow-right" isPending={isPending} onPress={() => void look()}>
              {said.goOn(here)}
            </Button>
          )}
        </div>
        {(resumed || failed > 0) && <DropZone label={said.more} folders onFiles={sending.add} />}
      </div>
    </Card>
  );
}

function File({ item, sending }: { item: Item; sending: Uploading }) {
  const { name, state, bytes, sent, problem } = item;
  return (
    <li className="sent-file">
      {state === "here" || state === "failed" ? (
        <p className="sent-line">
          <Icon name={state === "here" ? "check" : "error"} size={14} />
          <Named>{name}</Named>
          <span className="sent-size">{state === "here" ? words.jobs.bytes(bytes) : said.failed}</span>
        </p>
      ) : (
        <Progress
          label={name}
          value={sent}
          max={Math.max(bytes, 1)}
          {...(state === "waiting" ? { valueText: said.waiting } : {})}
        />
      )}
      <span className="sent-acts">
        {state === "failed" && (
          <Button size="small" icon="refresh" onPress={() => sending.retry(name)}>
            {said.retry}
          </Button>
        )}
        {state !== "here" && (
          <IconButton label={said.remove} icon="close" size="small" onPress={() => sending.remove(name)} />
        )}
      </span>
      {problem && problem.status > 0 && <ProblemState problem={problem} compact />}
    </li>
  );
}

function Gone({ sending, onAgain }: { sending: Uploading; onAgain: () => void }) {
  if (!sending.problem) return null;
  return (
    <Card>
      <ProblemState problem={sending.problem} />
      <div className="start-row">
        <Button icon="undo" onPress={onAgain}>
          {said.again}
        </Button>
      </div>
    </Card>
  );
}

/** Do it once when it becomes so. */
function useOnce(isSo: boolean, act: () => void): void {
  const done = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isSo || done.current) return;
    done.current = true;
    latest.current();
  }, [isSo]);
}
