/** Choose any number of several, with a filter when the list is long. */
import {
  Select as AriaSelect,
  Autocomplete,
  Button,
  type Key,
  Popover,
  SelectValue,
  useFilter,
} from "react-aria-components";
import { words } from "~/words";
import { FieldLabel, FieldNotes, type FieldProps } from "./Field";
import { Icon } from "./Icon";
import { type Option, OptionList } from "./OptionList";
import { SearchField } from "./SearchField";
import { visible } from "./visible";
import "./Select.css";

const LONG = 8;

export interface MultiSelectProps<T extends string = string> extends FieldProps {
  options: readonly Option<T>[];
  value: readonly T[];
  onChange: (value: T[]) => void;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
  /** What stands there for what is chosen; "3 chosen" unless given. */
  summary?: (labels: string[]) => string | undefined;
  isDisabled?: boolean;
}

export function MultiSelect<T extends string = string>({
  label,
  description,
  error,
  hideLabel,
  options,
  value,
  onChange,
  placeholder,
  summary,
  isDisabled,
}: MultiSelectProps<T>) {
  const { contains } = useFilter({ sensitivity: "base" });
  const change = (keys: Key[]) => onChange(keys.map((key) => String(key) as T));
  const chosen = options.filter((option) => value.includes(option.id)).map((option) => visible(option.label));
  const list = <OptionList options={options} />;
  return (
    <AriaSelect
      selectionMode="multiple"
      value={value as readonly Key[] as Key[]}
      onChange={change}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? words.ui.none}
      className="c-field"
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Button className="c-input c-select-button">
        <SelectValue className="c-select-value">
          {({ defaultChildren }) =>
            chosen.length === 0
              ? defaultChildren
              : (summary?.(chosen) ?? (chosen.length > 1 ? words.ui.chosen(chosen.length) : chosen[0]))
          }
        </SelectValue>
        <Icon name="chevron-down" size={16} />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className="c-popover c-select-popover" offset={4}>
        {options.length > LONG ? (
          <Autocomplete filter={contains}>
            <div className="c-select-filter">
              <SearchField label={words.ui.search} hideLabel placeholder={words.ui.search} autoFocus />
            </div>
            {list}
          </Autocomplete>
        ) : (
          list
        )}
      </Popover>
    </AriaSelect>
  );
}
