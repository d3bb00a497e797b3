/** A customer's journeys side by side in time: one lane each, a dot for what happened, to pick one by. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { Card, channelIcon, classes, EmptyState, Icon, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { dayRange, number, shortDate } from "~/words/format";
import { LaneStrip } from "./LaneStrip";
import { colourOf, type Span, spanOf } from "./laneScale";
import { Pager } from "./Pager";
import type { Customer, Lane, ShowJourney } from "./types";

const said = words.customers.overview;
const SIZE = 12;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

interface LanesProps {
  customer: Customer;
  journey: string;
  onJourney: ShowJourney;
}

export function Lanes({ customer, journey, onJourney }: LanesProps) {
  const [at, setAt] = useState(0);
  const params = { path: { customer_id: customer.customer_id }, query: { at, limit: SIZE } };
  const ask = useAsk("/api/v1/customers/{customer_id}/journeys", { params });
  const span = spanOf(customer);
  return (
    <Card
      title={said.title}
      lead={said.lead}
      footer={customer.journeys > SIZE && <Pager total={customer.journeys} at={at} size={SIZE} onChange={setAt} />}
    >
      <Shown
        ask={ask}
        skeleton={<Skeleton height={Math.min(customer.journeys, SIZE) * 34 + 24} />}
        empty={(page) => page.total === 0 && <EmptyState compact title={said.none.title} body={said.none.body} />}
      >
        {(page) => (
          <>
            <ul className="lanes">
              {page.items.map((lane) => (
                <LaneRow
                  key={lane.journey_id}
                  {...{ lane, span, customer }}
                  isPicked={lane.journey_id === journey}
                  onJourney={onJourney}
                />
              ))}
            </ul>
            <Axis span={span} />
            <Legend customer={customer} />
          </>
        )}
      </Shown>
    </Card>
  );
}

interface LaneRowProps {
  lane: Lane;
  span: Span;
  customer: Customer;
  isPicked: boolean;
  onJourney: ShowJourney;
}

function LaneRow({ lane, span, customer, isPicked, onJourney }: LaneRowProps) {
  const channels = [...new Set(lane.marks.map((mark) => mark.channel_title))].join(", ");
  const period = dayRange(lane.started_at, lane.ended_at);
  const told = said.lane(period, lane.outcome_title, channels);
  return (
    <li>
      <button
        type="button"
        className={classes("lane", isPicked && "lane-picked")}
        aria-pressed={isPicked}
        title={`${period} · ${lane.outcome_title}`}
        onClick={() => onJourney(isPicked ? null : lane.journey_id)}
      >
        <span className="lane-name">
          <span className="lane-number">{said.number(lane.number)}</span>
          <bdi
            className={lane.issue ? "lane-issue" : "lane-issue lane-unnamed"}
            title={words.issues.isFound(lane.issue, lane.topic) ? words.issues.foundHelp : undefined}
          >
            {words.issues.about(lane.issue, lane.topic)}
          </bdi>
        </span>
        <LaneStrip lane={lane} span={span} customer={customer} />
        <span className="lane-steps">{said.steps(lane.steps)}</span>
        <span className="c-hidden">{told}</span>
      </button>
    </li>
  );
}

function Axis({ span }: { span: Span }) {
  return (
    <div className="lanes-axis" aria-hidden="true">
      <div className="lanes-ticks">
        {TICKS.map((share) => (
          <span key={share} className="lanes-tick">
            {shortDate(new Date(span.from + share * span.length))}
          </span>
        ))}
      </div>
    </div>
  );
}

function Legend({ customer }: { customer: Customer }) {
  return (
    <ul className="lanes-legend" aria-label={said.legend}>
      {customer.channels.map((channel) => (
        <li key={channel.id}>
          <svg width={10} height={10} aria-hidden="true">
            <circle cx={5} cy={5} r={4.5} fill={colourOf(customer, channel.id)} />
          </svg>
          <Icon name={channelIcon(channel.id)} size={14} />
          {channel.title} <span className="lanes-count">{number(channel.n)}</span>
        </li>
      ))}
    </ul>
  );
}
