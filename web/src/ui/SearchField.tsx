/** A field to find something; Enter sends, Esc clears. */
import type { Ref } from "react";
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from "react-aria-components";
import { words } from "~/words";
import { FieldLabel, FieldNotes, type FieldProps } from "./Field";
import { Icon } from "./Icon";

export interface SearchFieldProps extends FieldProps, Omit<AriaSearchFieldProps, "className" | "style" | "children"> {
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({
  label,
  description,
  error,
  hideLabel,
  placeholder,
  inputRef,
  ...rest
}: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} isInvalid={Boolean(error)} className="c-field c-search">
      {({ isEmpty }) => (
        <>
          <FieldLabel label={label} hideLabel={hideLabel} />
          <div className="c-search-box">
            <Icon name="search" size={16} />
            <Input ref={inputRef} placeholder={placeholder} dir="auto" className="c-input" />
            {!isEmpty && (
              <Button aria-label={words.ui.clear} className="c-search-clear">
                <Icon name="close" size={14} />
              </Button>
            )}
          </div>
          <FieldNotes description={description} error={error} />
        </>
      )}
    </AriaSearchField>
  );
}
