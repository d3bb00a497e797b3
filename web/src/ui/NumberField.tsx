/** A number with buttons for one more and one less, written by locale. */
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
  Input,
} from "react-aria-components";
import { words } from "~/words";
import { FieldLabel, FieldNotes, type FieldProps } from "./Field";
import { Icon } from "./Icon";

export interface NumberFieldProps extends FieldProps, Omit<AriaNumberFieldProps, "className" | "style" | "children"> {
  placeholder?: string;
}

export function NumberField({ label, description, error, hideLabel, placeholder, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} isInvalid={Boolean(error)} className="c-field">
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Group className="c-input c-number">
        <Input placeholder={placeholder} className="c-number-input" />
        <Button slot="decrement" aria-label={words.ui.decrease} className="c-number-button">
          <Icon name="minus" size={14} />
        </Button>
        <Button slot="increment" aria-label={words.ui.increase} className="c-number-button">
          <Icon name="plus" size={14} />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  );
}
