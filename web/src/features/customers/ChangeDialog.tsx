/** A change of who is who before it is made: what it would do, why it is wanted, and then doing it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "~/api/client";
import { queryClient } from "~/api/queries";
import { useOrderJob } from "~/jobs";
import { Button, Dialog, notify, ProblemState, Skeleton, TextField } from "~/ui";
import { words } from "~/words";
import { type Change, make, tryChange } from "./changing";
import { WhatChanges } from "./WhatChanges";

const said = words.identity.change;

export function ChangeDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isMaking, setMaking] = useState(false);
  const { order } = useOrderJob();
  const tried = useQuery({
    queryKey: ["identity change", change],
    queryFn: ({ signal }) => tryChange(change, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const act = async () => {
    if (!tried.data) return;
    setMaking(true);
    setProblem(null);
    try {
      const count = await make(change, reason.trim(), tried.data.etag);
      await order("build");
      notify({ text: said.written(count), tone: "info" });
      void queryClient.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setMaking(false);
    }
  };
  const again = () => {
    setProblem(null);
    void tried.refetch();
  };
  return (
    <Dialog
      title={change.title}
      isOpen
      onClose={onClose}
      role="alertdialog"
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{said.keep}</Button>
          {problem?.status === 412 && (
            <Button icon="refresh" onPress={again}>
              {said.again}
            </Button>
          )}
          <Button
            kind="primary"
            isPending={isMaking}
            isDisabled={!tried.data || reason.trim() === ""}
            onPress={() => void act()}
          >
            {said.confirm}
          </Button>
        </>
      }
    >
      <div className="identity-stack">
        {tried.error ? (
          <ProblemState problem={asProblem(tried.error)} compact />
        ) : tried.data ? (
          <WhatChanges preview={tried.data.preview} />
        ) : (
          <Skeleton lines={5} label={said.working} />
        )}
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
