/** A word in a small frame: a state, a kind, a count. Colour only repeats what the word says. */
import type { ReactNode } from "react";
import { words } from "~/words";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import { Tooltip } from "./Tooltip";
import "./Badge.css";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info";

export interface BadgeProps {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}

export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span className={classes("c-badge", `c-badge-${tone}`)}>
      {icon && <Icon name={icon} size={12} />}
      <span className="c-badge-words">{children}</span>
    </span>
  );
}

export type DataState = "ok" | "thin" | "withheld" | "immature" | "empty" | "stale";

const LOOKS: Record<DataState, { tone: Tone; icon: IconName }> = {
  ok: { tone: "good", icon: "check" },
  thin: { tone: "warn", icon: "thin" },
  withheld: { tone: "neutral", icon: "lock" },
  immature: { tone: "info", icon: "hourglass" },
  empty: { tone: "neutral", icon: "empty" },
  stale: { tone: "warn", icon: "clock" },
};

export const isDataState = (word: string | null | undefined): word is DataState =>
  word !== null && word !== undefined && word in LOOKS;

export interface StateBadgeProps {
  state: DataState;
  /** Why it is so, in the server's words; else the general explanation. */
  reason?: string | null;
  /** Icon alone, for tight cells; the words are still read out and shown on focus. */
  compact?: boolean;
}

/** Whether a value can be relied on, with the reason on hover and focus. */
export function StateBadge({ state, reason, compact = false }: StateBadgeProps) {
  const { tone, icon } = LOOKS[state];
  const explained = reason || words.ui.stateHelp[state];
  return (
    <Tooltip text={compact ? `${words.ui.state[state]}: ${explained}` : explained} focusable>
      <span
        role="note"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard
        tabIndex={0}
        className={classes("c-badge", `c-badge-${tone}`, "c-badge-state", compact && "c-badge-compact")}
      >
        <Icon name={icon} size={12} />
        <span className={compact ? "c-hidden" : "c-badge-words"}>{words.ui.state[state]}</span>
      </span>
    </Tooltip>
  );
}
