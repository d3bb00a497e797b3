/** Choose one of several, from a list that opens. */
import {
  Select as AriaSelect,
  Button,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { words } from "~/words";
import { FieldLabel, FieldNotes, type FieldProps } from "./Field";
import { Icon, type IconName } from "./Icon";
import { visible } from "./visible";
import "./Select.css";

export interface Option<T extends string = string> {
  id: T;
  label: string;
  /** A second line: what choosing it means. */
  description?: string;
  icon?: IconName;
  /** A short number on the right: how many there are of it. */
  hint?: string;
  isDisabled?: boolean;
}

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
        <ListBox
          items={options}
          className="c-listbox"
          renderEmptyState={() => <p className="c-listbox-empty">{words.ui.nothingFound}</p>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One line in an opened list; marked by a tick, not by colour alone. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={visible(option.label)}
      isDisabled={option.isDisabled ?? false}
      className="c-option"
    >
      {({ isSelected }) => (
        <>
          <span className="c-option-tick">{isSelected && <Icon name="check" size={14} />}</span>
          {option.icon && <Icon name={option.icon} size={16} />}
          <span className="c-option-words">
            <bdi className="c-option-label">{visible(option.label)}</bdi>
            {option.description && <span className="c-option-description">{option.description}</span>}
          </span>
          {option.hint && <span className="c-option-hint">{option.hint}</span>}
        </>
      )}
    </ListBoxItem>
  );
}
