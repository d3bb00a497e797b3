/** A mapping in both forms with its preview: what people change on the start and on the data screen. */
import { Segments } from "~/ui/Segments";
import { TextArea } from "~/ui/TextField";
import { words } from "~/words";
import { MappingForm } from "./MappingForm";
import { PreviewPanel } from "./PreviewPanel";
import type { Draft, Edited, Guess, SeenColumn } from "./types";
import type { Check } from "./useCheck";
import "./mapping.css";

const said = words.mapping;

export interface MappingEditorProps {
  edited: Edited;
  onChange: (edited: Edited) => void;
  check: Check;
  columns: readonly SeenColumn[];
  guesses?: readonly Guess[];
  /** What Clew proposed, where the mapping began as its guess. */
  proposed?: Draft | undefined;
  connectorTitle?: string;
  fixedSource?: boolean;
}

export function MappingEditor({
  edited,
  onChange,
  check,
  columns,
  guesses = [],
  proposed,
  connectorTitle = "",
  fixedSource = false,
}: MappingEditorProps) {
  const { checked } = check;
  const form = edited.text === undefined;
  const switchTo = (how: "form" | "text") => {
    if (how === "text") onChange({ text: checked?.text ?? "" });
    else if (checked?.draft) onChange({ draft: checked.draft });
  };
  return (
    <div className="mapping-editor">
      <div className="mapping-edit">
        <div className="mapping-switch">
          <Segments
            label={said.basics}
            options={[
              { id: "form", label: said.form, isDisabled: !form && !checked?.draft },
              { id: "text", label: said.text, isDisabled: form && !checked?.text },
            ]}
            value={form ? "form" : "text"}
            onChange={switchTo}
          />
        </div>
        {form ? (
          <>
            {edited.draft.connector !== "table" && (
              <p className="mapping-lead">
                {said.connector(connectorTitle || edited.draft.connector)} {said.connectorLead}
              </p>
            )}
            <MappingForm
              draft={edited.draft}
              onChange={(draft: Draft) => onChange({ draft })}
              columns={columns}
              guesses={guesses}
              proposed={proposed}
              flaws={checked?.problems ?? []}
              unread={checked?.preview?.unread ?? []}
              fixedSource={fixedSource}
            />
          </>
        ) : (
          <TextArea
            label={said.asText}
            description={said.textHelp}
            mono
            rows={28}
            value={edited.text}
            onChange={(text) => onChange({ text })}
            error={checked?.problems.find((flaw) => flaw.place === "text")?.detail}
            spellCheck="false"
          />
        )}
      </div>
      <section className="mapping-preview" aria-label={said.preview}>
        <h3 className="mapping-heading">{said.preview}</h3>
        <PreviewPanel check={check} />
      </section>
    </div>
  );
}
