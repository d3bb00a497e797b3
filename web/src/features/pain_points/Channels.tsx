/** On which channels one pain point shows; the bars sum to all its findings, and each picks those of its channel. */
import { type BarItem, Bars, Figure } from "~/charts";
import { words } from "~/words";
import type { Detail } from "./lines";

const said = words.painPoints.detail.channels;

export interface ChannelsProps {
  detail: Detail;
  on: string;
  onPick: (channel: string) => void;
}

export function Channels({ detail, on, onPick }: ChannelsProps) {
  const whole = detail.line.found ?? 0;
  const items = detail.channels.map(
    (each): BarItem => ({
      id: each.channel,
      label: each.channel_title,
      value: each.found,
      share: whole > 0 ? each.found / whole : null,
    }),
  );
  return (
    <Figure
      title={said.title}
      description={said.description(whole)}
      name={`${detail.line.detector.name}-channels`}
      table={{
        columns: [said.column, said.n, said.share],
        units: [null, null, "ratio"],
        rows: items.map(({ label, value, share }) => [label, value, share ?? null]),
      }}
    >
      <Bars label={said.title} items={items} picked={on || null} onPick={({ id }) => onPick(id === on ? "" : id)} />
    </Figure>
  );
}
