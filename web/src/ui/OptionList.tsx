/** The list that opens under a field: its options to choose from, or the word that none fits. */
import { ListBox, ListBoxItem } from "react-aria-components";
import { words } from "~/words";
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

export function OptionList({ options }: { options: readonly Option[] }) {
  return (
    <ListBox
      items={options}
      className="c-listbox"
      renderEmptyState={() => <p className="c-listbox-empty">{words.ui.nothingFound}</p>}
    >
      {(option) => <OptionItem option={option} />}
    </ListBox>
  );
}

/** One line in an opened list; marked by a tick, not by colour alone. */
function OptionItem({ option }: { option: Option }) {
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
