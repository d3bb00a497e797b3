/** A link in running text or a table, to a screen of Clew or (marked) elsewhere. */
import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { classes } from "./classes";
import { Icon } from "./Icon";
import "./TextLink.css";

export interface TextLinkProps {
  to: string;
  children: ReactNode;
  /** Opens outside Clew, in a new tab. */
  external?: boolean;
  /** Looks like text until pointed at; for names in dense tables. */
  quiet?: boolean;
  label?: string;
}

export function TextLink({ to, children, external = false, quiet = false, label }: TextLinkProps) {
  return (
    <Link
      href={to}
      aria-label={label}
      className={classes("c-link", quiet && "c-link-quiet")}
      {...(external ? { target: "_blank", rel: "noreferrer noopener" } : {})}
    >
      {children}
      {external && <Icon name="external" size={14} />}
    </Link>
  );
}
