/** A short explanation on hover or focus of the one thing inside. */
import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, Focusable, OverlayArrow, TooltipTrigger } from "react-aria-components";
import "./Tooltip.css";

export interface TooltipProps {
  text: string;
  children: ReactElement;
  placement?: "top" | "bottom" | "left" | "right";
  /** For a child that isn't a react-aria part (a plain `<span>`): makes it reachable by keyboard. */
  focusable?: boolean;
}

export function Tooltip({ text, children, placement = "top", focusable = false }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {focusable ? <Focusable>{children as ReactElement<never, "span">}</Focusable> : children}
      <AriaTooltip className="c-tooltip" placement={placement} offset={6}>
        <OverlayArrow className="c-tooltip-arrow">
          <svg width={8} height={8} viewBox="0 0 8 8" aria-hidden="true">
            <path d="M0 0 L4 4 L8 0" />
          </svg>
        </OverlayArrow>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
