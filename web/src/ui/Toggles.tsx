/** Yes or no: a checkbox to mark, a switch that acts at once. */

import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
} from "react-aria-components";
import { Icon } from "./Icon";
import "./Toggles.css";

export interface CheckboxProps extends Omit<AriaCheckboxProps, "className" | "style" | "children"> {
  children: ReactNode;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="c-checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="c-checkbox-box" aria-hidden="true">
            {isIndeterminate ? <Icon name="minus" size={12} /> : isSelected && <Icon name="check" size={12} />}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}

export interface SwitchProps extends Omit<AriaSwitchProps, "className" | "style" | "children"> {
  children: ReactNode;
}

export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="c-switch">
      <span className="c-switch-track" aria-hidden="true">
        <span className="c-switch-thumb" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  );
}
