/** One line or several lines of words to type in. */
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  type InputProps,
} from "react-aria-components";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps } from "./Field";

export interface TextFieldProps extends FieldProps, Omit<AriaTextFieldProps, "className" | "style" | "children"> {
  placeholder?: string;
  /** Digits of equal width, for identifiers and patterns. */
  mono?: boolean;
  inputMode?: InputProps["inputMode"];
}

export function TextField({ label, description, error, hideLabel, placeholder, mono, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className="c-field">
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Input placeholder={placeholder} dir="auto" className={classes("c-input", mono && "c-mono")} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends TextFieldProps {
  rows?: number;
}

export function TextArea({
  label,
  description,
  error,
  hideLabel,
  placeholder,
  mono,
  rows = 4,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className="c-field">
      <FieldLabel label={label} hideLabel={hideLabel} />
      <AriaTextArea
        placeholder={placeholder}
        rows={rows}
        dir="auto"
        className={classes("c-input c-textarea", mono && "c-mono")}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
