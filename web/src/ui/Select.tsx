/** Choose one of several, from a list that opens. */
import { Select as AriaSelect, Button, type Key, Popover, SelectValue } from "react-aria-components";
import { words } from "~/words";
import { FieldLabel, FieldNotes, type FieldProps } from "./Field";
import { Icon } from "./Icon";
import { type Option, OptionList } from "./OptionList";
import "./Select.css";

export interface SelectProps<T extends string = string> extends FieldProps {
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
  isDisabled?: boolean;
  name?: string;
}

export function Select<T extends string = string>({
  label,
  description,
  error,
  hideLabel,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: SelectProps<T>) {
  const change = (key: Key | null) => {
    if (key !== null) onChange(String(key) as T);
  };
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={change}
      isInvalid={Boolean(error)}
      placeholder={placeholder ?? words.ui.choose}
      className="c-field"
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Button className="c-input c-select-button">
        <SelectValue className="c-select-value">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevron-down" size={16} />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className="c-popover c-select-popover" offset={4}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
