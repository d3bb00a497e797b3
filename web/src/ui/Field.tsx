/** What every form field shares: its label above, an explanation and what is wrong below. */
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { Icon } from "./Icon";
import "./Field.css";

export interface FieldProps {
  label: string;
  description?: string | undefined;
  /** What is wrong and what to do; makes the field invalid. */
  error?: string | null | undefined;
  /** The label is read out only; for fields whose surroundings say it already. */
  hideLabel?: boolean;
}

export function FieldLabel({ label, hideLabel }: Pick<FieldProps, "label" | "hideLabel">) {
  return <Label className={hideLabel ? "c-hidden" : "c-label"}>{label}</Label>;
}

export function FieldNotes({ description, error }: Pick<FieldProps, "description" | "error">): ReactNode {
  return (
    <>
      {description && (
        <Text slot="description" className="c-description">
          {description}
        </Text>
      )}
      <FieldError className="c-field-error">
        {error && (
          <>
            <Icon name="error" size={14} />
            {error}
          </>
        )}
      </FieldError>
    </>
  );
}
