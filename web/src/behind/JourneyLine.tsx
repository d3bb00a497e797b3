/** One journey in two lines: what the customer wanted, and the channels it went over. */
import { channelIcon, Icon, Named } from "~/ui";
import { words } from "~/words";
import type { JourneyItem } from "./JourneyList";
import "./JourneyLine.css";

export function JourneyLine({ journey }: { journey: JourneyItem }) {
  return (
    <span className="b-journey">
      <span className="b-journey-issue">
        {journey.issue ? (
          <Named>{journey.issue}</Named>
        ) : (
          <span
            className="b-journey-unnamed"
            title={words.issues.isFound(journey.issue, journey.topic) ? words.issues.foundHelp : undefined}
          >
            <bdi>{words.issues.about(journey.issue, journey.topic)}</bdi>
          </span>
        )}
      </span>
      <JourneyPath channels={journey.channels} leftOut={journey.channels_left_out} />
    </span>
  );
}

interface JourneyPathProps {
  channels: JourneyItem["channels"];
  leftOut: number;
}

/** The channels as words with their icons; what doesn't fit is in the tooltip. */
export function JourneyPath({ channels, leftOut }: JourneyPathProps) {
  if (channels.length === 0) return <span className="b-path b-path-none">{words.behind.noService}</span>;
  const told = words.behind.path(
    channels.map(({ title }) => title),
    leftOut,
  );
  return (
    <span className="b-path" title={told}>
      {channels.map((channel, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a channel comes back later in a path, its place is its identity
        <span key={at} className="b-path-step">
          {at > 0 && (
            <span aria-hidden="true" className="b-path-arrow">
              →
            </span>
          )}
          <Icon name={channelIcon(channel.id)} size={13} />
          <bdi>{channel.title}</bdi>
        </span>
      ))}
      {leftOut > 0 && <span className="b-path-more">{words.behind.more(leftOut)}</span>}
    </span>
  );
}
