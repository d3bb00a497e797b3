/** One of a few, all in sight: how something is shown (compact or roomy, share or count). */
import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Icon } from "./Icon";
import type { Option } from "./OptionList";
import "./Segments.css";

export interface SegmentsProps<T extends string = string> {
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean;
  /** Show icons only; the labels are read out and shown as tooltips by the browser. */
  iconsOnly?: boolean;
}

export function Segments<T extends string = string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
  iconsOnly = false,
}: SegmentsProps<T>) {
  const change = (keys: Set<Key>) => {
    const [first] = keys;
    if (first !== undefined) onChange(String(first) as T);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="c-segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={change}
      isDisabled={isDisabled}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          className="c-segment"
          isDisabled={option.isDisabled ?? false}
          aria-label={iconsOnly ? option.label : undefined}
        >
          {option.icon && <Icon name={option.icon} size={16} />}
          {!iconsOnly && option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
