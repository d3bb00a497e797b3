/** What stands where nothing is: why it is empty, and what to do about it. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import "./EmptyState.css";

export interface EmptyStateProps {
  title: string;
  body?: ReactNode;
  /** A button or link. */
  action?: ReactNode;
  icon?: IconName;
  /** Less room, inside a card or table. */
  compact?: boolean;
}

export function EmptyState({ title, body, action, icon = "thread", compact = false }: EmptyStateProps) {
  return (
    <div className={compact ? "c-empty c-empty-compact" : "c-empty"}>
      <Icon name={icon} size={compact ? 20 : 32} />
      <p className="c-empty-title">{title}</p>
      {body && <div className="c-empty-body">{body}</div>}
      {action && <div className="c-empty-action">{action}</div>}
    </div>
  );
}
