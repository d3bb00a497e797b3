/** A contract in a form, with what history says of it before it is saved. */
import { useState } from "react";
import { Button, Dialog, Drawer, ProblemState } from "~/ui";
import { words } from "~/words";
import { ConformanceNumbers } from "./ConformanceNumbers";
import { ContractFields } from "./ContractFields";
import { asksAnything, isSame } from "./drafts";
import type { Contract, Kept } from "./types";
import type { Changing } from "./useContracts";
import { usePreview } from "./usePreview";

const said = words.contracts;

interface ContractEditorProps {
  before: Contract;
  isNew: boolean;
  kept: Kept;
  channels: readonly { name: string; title: string }[];
  changing: Changing;
  onSave: (contract: Contract) => Promise<void>;
  onClose: () => void;
}

export function ContractEditor({ before, isNew, kept, channels, changing, onSave, onClose }: ContractEditorProps) {
  const [draft, setDraft] = useState(before);
  const [isTried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const lacks = {
    name: isTried && !draft.name.trim() ? said.form.noName : null,
    terms: isTried && !asksAnything(draft) ? said.form.asksNothing : null,
  };
  const save = () => {
    setTried(true);
    if (draft.name.trim() && asksAnything(draft)) void onSave({ ...draft, name: draft.name.trim() });
  };
  return (
    <>
      <Drawer
        title={isNew ? said.form.newTitle : said.form.editTitle}
        isOpen
        width="wide"
        onClose={() => (isSame(draft, before) ? onClose() : setLeaving(true))}
      >
        <form
          className="contracts-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <ContractFields draft={draft} kept={kept} channels={channels} lacks={lacks} onChange={setDraft} />
          <PreviewPart draft={draft} />
          {changing.problem && <ProblemState problem={changing.problem} compact />}
          <div className="contracts-acts">
            <Button type="submit" kind="primary">
              {said.form.save}
            </Button>
            <Button onPress={onClose}>{said.form.cancel}</Button>
          </div>
        </form>
      </Drawer>
      {isLeaving && (
        <Dialog
          title={said.leave.title}
          isOpen
          onClose={() => setLeaving(false)}
          size="small"
          role="alertdialog"
          actions={
            <>
              <Button onPress={onClose}>{said.leave.go}</Button>
              <Button kind="primary" autoFocus onPress={() => setLeaving(false)}>
                {said.leave.stay}
              </Button>
            </>
          }
        >
          <p>{said.leave.body}</p>
        </Dialog>
      )}
    </>
  );
}

function PreviewPart({ draft }: { draft: Contract }) {
  const preview = usePreview(draft, said.form.newTitle);
  return (
    <section className="contracts-preview" aria-busy={preview.isStale}>
      <h3 className="contracts-heading">{said.preview.title}</h3>
      <p className="contracts-note">{preview.data ? said.preview.lead : said.preview.wait}</p>
      {preview.problem && <ProblemState problem={preview.problem} compact />}
      {preview.data && !preview.problem && <ConformanceNumbers found={preview.data} />}
    </section>
  );
}
