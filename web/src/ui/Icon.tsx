/** A small drawing beside or instead of words; always hidden from screen readers, the words carry the meaning. */
import { drawings } from "./drawings";
import "./Icon.css";

export type IconName = keyof typeof drawings;

/** The icon of a channel, whatever it is called. */
export const channelIcon = (channel: string): IconName => (channel in drawings ? (channel as IconName) : "chat");

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="c-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
