/** One step: who, on which channel, when, what was said, and what came of it. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Badge, channelIcon, classes, Icon, type Tone } from "~/ui";
import { words } from "~/words";
import { clock, date, moment } from "~/words/format";
import { StepDetails } from "./StepDetails";
import { StepFindings } from "./StepFindings";
import { StepText } from "./StepText";
import type { ThreadStep } from "./types";

const OUTCOME_TONES: Readonly<Record<string, Tone>> = {
  resolved: "good",
  closed: "neutral",
  abandoned: "warn",
  reopened: "warn",
};

export interface StepItemProps {
  step: ThreadStep;
  /** The one listed before: what didn't change since isn't said again. */
  before: ThreadStep | undefined;
  /** The one that a link points at: marked, and scrolled into sight. */
  isFocus: boolean;
  /** Stands after the channel: which of several journeys the step is in. */
  tag?: ReactNode;
}

export function StepItem({ step, before, isFocus, tag }: StepItemProps) {
  const self = useRef<HTMLLIElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (isFocus) self.current?.scrollIntoView({ block: "center" });
  }, [isFocus]);
  const isSlight = step.text === "" && step.outcome === "" && step.rating === null && step.findings.length === 0;
  const look = classes(
    "thread-step",
    `thread-by-${step.party}`,
    isSlight && "thread-slight",
    isFocus && "thread-focus",
  );
  const sameDay = before !== undefined && date(before.at) === date(step.at);
  return (
    <li ref={self} className={look} aria-current={isFocus ? "true" : undefined}>
      <span className="thread-mark">
        <Icon name={channelIcon(step.channel)} size={isSlight ? 12 : 16} />
      </span>
      <div className="thread-body">
        <div className="thread-head">
          <strong className="thread-who">
            <bdi>{words.thread.who(step.party, step.party_id, step.team)}</bdi>
          </strong>
          <span className="thread-channel">{step.channel_title}</span>
          {saysMore(step) && <bdi className="thread-touchpoint">{step.touchpoint}</bdi>}
          {tag}
          <Marks step={step} newStage={before?.stage !== step.stage || before.journey_id !== step.journey_id} />
          <span className="thread-when">
            <button
              type="button"
              className="thread-more"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              {words.thread.details}
              <Icon name={open ? "chevron-up" : "chevron-down"} size={12} />
            </button>
            <time dateTime={step.at} title={moment(step.at)}>
              {sameDay ? clock(step.at) : moment(step.at)}
            </time>
          </span>
        </div>
        {step.subject && (
          <p className="thread-subject" dir="auto">
            {step.subject}
          </p>
        )}
        <Joined step={step} before={before} />
        <StepFindings step={step} />
        {step.text && <StepText text={step.text} isCut={step.text_is_cut} marks={step.marked} />}
        {open && <StepDetails step={step} id={id} />}
      </div>
    </li>
  );
}

function Marks({ step, newStage }: { step: ThreadStep; newStage: boolean }) {
  const took = step.ended_at ? (Date.parse(step.ended_at) - Date.parse(step.at)) / 1000 : 0;
  return (
    <span className="thread-marks">
      {step.party === "customer" && (step.party_id || step.team) && (
        <bdi>{words.thread.takenBy(step.party_id, step.team)}</bdi>
      )}
      {step.starts_contact && <Badge tone="info">{words.thread.contact}</Badge>}
      {step.direction === "internal" && step.party !== "system" && <Badge>{words.thread.internal}</Badge>}
      {step.outcome && (
        <Badge tone={OUTCOME_TONES[step.outcome] ?? "neutral"}>
          {words.thread.outcomes[step.outcome] ?? step.outcome}
        </Badge>
      )}
      {step.rating !== null && <Badge icon="survey">{words.thread.rated(step.rating)}</Badge>}
      {step.value !== null && <span>{words.thread.worth(step.value)}</span>}
      {took > 0 && <span>{words.thread.took(took)}</span>}
      {newStage && <Badge>{step.stage_title}</Badge>}
    </span>
  );
}

/** Below this a step may well belong to another journey. */
const LIKELY = 0.75;

/** Why a step is in its journey, and how likely; said once for the steps of one conversation, which came together. */
function Joined({ step, before }: Pick<StepItemProps, "step" | "before">) {
  const { joined_by, joined_probability, journey_id } = step;
  const isSaid =
    before?.journey_id === journey_id &&
    before.joined_by === joined_by &&
    before.joined_probability === joined_probability;
  if (joined_by === "" || isSaid) return null;
  const isUnsure = joined_probability !== null && joined_probability < LIKELY;
  return (
    <span className="thread-joined">
      <Icon name={isUnsure ? "question" : "thread"} size={12} />
      <span className="c-hidden">{words.thread.facts.joined}: </span>
      {words.thread.joined(joined_by, joined_probability)}
    </span>
  );
}

/** "message" on a chat says nothing that the channel and the text don't. */
const saysMore = (step: ThreadStep): boolean =>
  step.touchpoint !== "" &&
  !["message", step.channel_title.toLowerCase(), step.channel].includes(step.touchpoint.toLowerCase());
