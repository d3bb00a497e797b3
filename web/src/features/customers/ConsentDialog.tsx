/** Writing down what a customer said about a purpose, with what proves it. */
import { useState } from "react";
import { useTell } from "~/api/client";
import { useOrderJob } from "~/jobs";
import { Button, Dialog, notify, ProblemState, Select, TextField } from "~/ui";
import { words } from "~/words";
import type { Consent, ConsentWord } from "./types";

const said = words.profile.write;
const WORDS = ["granted", "denied", "withdrawn"] as const;
const DEFAULT = "default";

interface ConsentDialogProps {
  customerId: string;
  consents: readonly Consent[];
  identifiers: readonly string[];
  purpose: string;
  onClose: () => void;
}

export function ConsentDialog({ customerId, consents, identifiers, purpose, onClose }: ConsentDialogProps) {
  const [about, setAbout] = useState(purpose);
  const [word, setWord] = useState<ConsentWord | null>(null);
  const [identifier, setIdentifier] = useState(DEFAULT);
  const [reason, setReason] = useState("");
  const { tell, problem, isPending } = useTell("post", "/api/v1/customers/{customer_id}/consents");
  const { order } = useOrderJob();
  const act = async () => {
    if (word === null) return;
    const body = {
      purpose: about,
      word,
      reason: reason.trim(),
      identifier: identifier === DEFAULT ? null : identifier,
    };
    const done = await tell({ params: { path: { customer_id: customerId } }, body }).catch(() => null);
    if (done === null) return;
    notify({ text: said.done, tone: "good" });
    onClose();
    await order("build").catch(() => null);
  };
  return (
    <Dialog
      title={said.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{said.keep}</Button>
          <Button
            kind="primary"
            isPending={isPending}
            isDisabled={word === null || reason.trim() === ""}
            onPress={() => void act()}
          >
            {said.act}
          </Button>
        </>
      }
    >
      <div className="profile-stack">
        <Select
          label={said.purpose}
          options={consents.map((each) => ({ id: each.purpose, label: each.title }))}
          value={about}
          onChange={setAbout}
        />
        <Select
          label={said.word}
          options={WORDS.map((id) => ({ id, label: said.words[id] }))}
          value={word}
          onChange={setWord}
        />
        <Select
          label={said.identifier}
          options={[{ id: DEFAULT, label: said.byDefault }, ...identifiers.map((each) => ({ id: each, label: each }))]}
          value={identifier}
          onChange={setIdentifier}
        />
        <TextField
          label={said.reason}
          description={said.reasonHelp}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoComplete="off"
        />
        {problem && <ProblemState problem={problem} compact />}
      </div>
    </Dialog>
  );
}
