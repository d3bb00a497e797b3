/** What lies between two steps: a quiet time, collapsed and labelled, and the handoff from one to the other. */
import { Icon } from "~/ui";
import { words } from "~/words";
import type { ThreadHandoff } from "./types";

/** A silence from here on is shown as a gap of its own, in seconds. */
export const QUIET_SECONDS = 24 * 3600;

export function QuietGap({ seconds }: { seconds: number }) {
  return (
    <li className="thread-gap">
      <span className="thread-gap-line" aria-hidden="true" />
      <span className="thread-gap-words">{words.thread.quiet(seconds)}</span>
    </li>
  );
}

export function HandoffBetween({ handoff }: { handoff: ThreadHandoff }) {
  const { from_channel_title: before, to_channel_title: after } = handoff;
  const channels = handoff.from_channel === handoff.to_channel ? words.thread.sameChannel(after) : null;
  return (
    <li className="thread-handoff">
      <span className="thread-handoff-mark">
        <Icon name="handoffs" size={14} />
      </span>
      <span className="thread-handoff-words">
        <strong>{words.thread.handoff}</strong>
        <Side title={channels ? "" : before} party={handoff.from_party} team={handoff.from_team} />
        <Icon name="arrow-right" size={14} />
        <span className="c-hidden">{words.thread.to}</span>
        <Side title={channels ? "" : after} party={handoff.to_party} team={handoff.to_team} />
        {channels && <span className="thread-handoff-side">{channels}</span>}
        <span className="thread-handoff-wait">
          {handoff.wait_seconds === null ? words.thread.nobody : words.thread.waited(handoff.wait_seconds)}
        </span>
      </span>
    </li>
  );
}

function Side({ title, party, team }: { title: string; party: string; team: string }) {
  const taker = words.thread.taker(party, team);
  return (
    <span className="thread-handoff-side">
      <bdi>{[title, taker].filter(Boolean).join(" · ")}</bdi>
    </span>
  );
}
