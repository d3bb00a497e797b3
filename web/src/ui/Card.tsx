/** A framed part of a screen with a heading of its own. */
import { type ReactNode, useId } from "react";
import { classes } from "./classes";
import "./Card.css";

export interface CardProps {
  title?: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Without padding, for tables that reach the frame. */
  flush?: boolean;
  level?: 2 | 3 | 4;
}

export function Card({ title, lead, actions, children, footer, flush = false, level = 2 }: CardProps) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <div
      className={classes("c-card", flush && "c-card-flush")}
      {...(title ? { role: "group", "aria-labelledby": id } : {})}
    >
      {(title || actions) && (
        <header className="c-card-head">
          <div className="c-card-words">
            {title && (
              <Title id={id} className="c-card-title">
                {title}
              </Title>
            )}
            {lead && <p className="c-card-lead">{lead}</p>}
          </div>
          {actions && <div className="c-card-actions">{actions}</div>}
        </header>
      )}
      <div className="c-card-body">{children}</div>
      {footer && <footer className="c-card-foot">{footer}</footer>}
    </div>
  );
}
