/** Take everything back, after saying so twice; of a simulated company at once. */
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAsk } from "~/api/client";
import { useOrderJob } from "~/jobs";
import { Button, Dialog, ProblemState, TextField } from "~/ui";
import { words } from "~/words";

const said = words.data.over;

export function StartOver() {
  const { data: workspace } = useAsk("/api/v1/workspace", {}, { ofView: false });
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { order, problem, isPending, reset } = useOrderJob();
  const go = useNavigate();
  if (!workspace || (workspace.empty && !workspace.simulated)) return null;
  const { simulated, name } = workspace;
  const act = async () => {
    const job = await order("start_over", simulated ? {} : { confirm: typed }).catch(() => null);
    if (job) go(`/start?job=${job.id}`);
  };
  const close = () => {
    setOpen(false);
    setTyped("");
    reset();
  };
  return (
    <>
      <Button kind="quiet" icon="undo" onPress={() => setOpen(true)}>
        {said.open}
      </Button>
      <Dialog
        role="alertdialog"
        size="small"
        title={said.title}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{said.keep}</Button>
            <Button
              kind="danger"
              isPending={isPending}
              isDisabled={!simulated && typed !== name}
              onPress={() => void act()}
            >
              {said.act}
            </Button>
          </>
        }
      >
        <div className="data-stack">
          <p>{simulated ? said.simulated : said.body}</p>
          {!simulated && <TextField label={said.confirm(name)} value={typed} onChange={setTyped} autoComplete="off" />}
          {problem && <ProblemState problem={problem} compact />}
        </div>
      </Dialog>
    </>
  );
}
