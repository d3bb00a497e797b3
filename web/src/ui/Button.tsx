/** Something to press: with words, as an icon alone, or as a link that looks like a button. */
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link, type LinkProps } from "react-aria-components";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import { Tooltip } from "./Tooltip";
import "./Button.css";

export type ButtonKind = "primary" | "plain" | "quiet" | "danger";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  kind?: ButtonKind;
  size?: "small" | "normal";
  icon?: IconName;
  /** At work: not pressable again, still focusable, said to screen readers. */
  isPending?: boolean;
  children: ReactNode;
}

export function Button({ kind = "plain", size = "normal", icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes("c-button", `c-button-${kind}`, size === "small" && "c-button-small")}>
      {rest.isPending ? (
        <span className="c-button-spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} size={16} />
      )}
      <span className="c-button-words">{children}</span>
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  label: string;
  icon: IconName;
  kind?: ButtonKind;
  size?: "small" | "normal";
  isPending?: boolean;
}

/** An icon alone; its label is read out and shown as tooltip. */
export function IconButton({ label, icon, kind = "quiet", size = "normal", ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes("c-button", "c-button-icon", `c-button-${kind}`, size === "small" && "c-button-small")}
      >
        <Icon name={icon} size={size === "small" ? 16 : 18} />
      </AriaButton>
    </Tooltip>
  );
}

export interface LinkButtonProps extends Omit<LinkProps, "className" | "style" | "children" | "href"> {
  to: string;
  kind?: ButtonKind;
  size?: "small" | "normal";
  icon?: IconName;
  children: ReactNode;
}

/** A link to another screen that looks like a button. */
export function LinkButton({ to, kind = "plain", size = "normal", icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} href={to} className={classes("c-button", `c-button-${kind}`, size === "small" && "c-button-small")}>
      {icon && <Icon name={icon} size={16} />}
      <span className="c-button-words">{children}</span>
    </Link>
  );
}
