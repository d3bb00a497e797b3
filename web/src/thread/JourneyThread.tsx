/** One journey from its first step to its outcome: what was said, by whom, after which wait. */
import { useAsk } from "~/api/client";
import { Badge, Shown, Skeleton, TextLink } from "~/ui";
import { words } from "~/words";
import { dayRange } from "~/words/format";
import { StepList } from "./StepList";
import { PAGE_STEPS, StepPages } from "./StepPages";
import type { Thread } from "./types";
import "./thread.css";

export interface JourneyThreadProps {
  journeyId: string;
  /** The position of the step that a link points at. */
  focus?: number | undefined;
  /** Without the lines above that say which journey this is. */
  bare?: boolean;
}

export function JourneyThread({ journeyId, focus, bare = false }: JourneyThreadProps) {
  const first = useJourneyPage(journeyId, Math.floor((focus ?? 0) / PAGE_STEPS) * PAGE_STEPS);
  return (
    <Shown ask={first} skeleton={<Skeleton lines={12} />}>
      {(thread) => (
        <div className="thread">
          {!bare && <JourneyHead thread={thread} />}
          <StepPages
            key={`${thread.journey_id} ${focus ?? ""}`}
            total={thread.steps.total}
            focus={focus ?? 0}
            page={(at) => <JourneyPage journeyId={journeyId} at={at} focus={focus} />}
          />
        </div>
      )}
    </Shown>
  );
}

function JourneyPage({ journeyId, at, focus }: { journeyId: string; at: number; focus: number | undefined }) {
  const ask = useJourneyPage(journeyId, at);
  return (
    <Shown ask={ask} skeleton={<Skeleton lines={12} />}>
      {(thread) => <StepList steps={thread.steps.items} isFocus={(step) => step.position === focus} />}
    </Shown>
  );
}

function useJourneyPage(journeyId: string, at: number) {
  const params = { path: { journey_id: journeyId }, query: { at, limit: PAGE_STEPS } };
  return useAsk("/api/v1/journeys/{journey_id}", { params }, { keepPrevious: false });
}

export function JourneyHead({ thread }: { thread: Thread }) {
  const counts = [
    words.thread.steps(thread.steps.total),
    words.thread.contacts(thread.contacts),
    words.thread.handoffs(thread.handoffs),
    words.thread.lasted(thread.duration_seconds),
    ...(thread.pain_points > 0 ? [words.thread.painPoints(thread.pain_points)] : []),
  ];
  return (
    <div className="thread-journey">
      <p className="thread-journey-title">
        <strong>
          <bdi>{words.issues.about(thread.issue, thread.topic)}</bdi>
        </strong>
        {words.issues.isFound(thread.issue, thread.topic) && (
          <span className="thread-aside">{words.issues.foundHelp}</span>
        )}
        <Badge tone={thread.outcome === "resolved" ? "good" : "neutral"}>{thread.outcome_title}</Badge>
        {thread.case_ref && (
          <span className="thread-aside">
            <bdi>{words.thread.case(thread.case_ref)}</bdi>
          </span>
        )}
        <TextLink to={`/customers/${encodeURIComponent(thread.customer_id)}`}>
          {thread.identified ? words.thread.customer : words.thread.unidentified}
        </TextLink>
      </p>
      <p className="thread-journey-line">{[dayRange(thread.started_at, thread.ended_at), ...counts].join(" · ")}</p>
      <p className="thread-journey-line">
        {words.thread.why(thread.bounded_by, thread.confidence)}
        {thread.censored && `; ${words.thread.censored}`}
      </p>
    </div>
  );
}
