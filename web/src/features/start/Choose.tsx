/** The first step: drop files, choose a folder, name a path, or try with a company that is made up. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { useOrderJob } from "~/jobs";
import { Button, Card, DropZone, ProblemState, TextField, TextLink } from "~/ui";
import { words } from "~/words";
import type { Go } from "./StartScreen";
import type { Uploading } from "./useUpload";

const said = words.start.choose;

export function Choose({ sending, go }: { sending: Uploading; go: Go }) {
  const { data: workspace } = useAsk("/api/v1/workspace", {}, { ofView: false });
  if (workspace?.simulated) return <HoldsSimulated go={go} />;
  return (
    <div className="start-choose">
      <div className="start-drop">
        <DropZone
          label={said.label}
          folders
          onFiles={sending.add}
          description={
            <>
              <p>{said.reads}</p>
              <p>{said.stays}</p>
            </>
          }
        />
        {sending.problem && <ProblemState problem={sending.problem} compact />}
        {workspace && !workspace.empty && <HoldsData />}
      </div>
      <div className="start-other">
        <ByPath go={go} />
        {workspace?.empty && <Simulate go={go} />}
      </div>
    </div>
  );
}

function ByPath({ go }: { go: Go }) {
  const [path, setPath] = useState("");
  const { order, problem, isPending } = useOrderJob();
  const look = async () => {
    if (path.trim() === "") return;
    const job = await order("look", { paths: [path.trim()] }).catch(() => null);
    if (job) go("look", job.id);
  };
  return (
    <Card title={said.path}>
      <form
        className="start-path"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <TextField
          label={said.pathLabel}
          description={said.pathHelp}
          placeholder={said.pathPlaceholder}
          value={path}
          onChange={setPath}
          mono
          spellCheck="false"
          autoComplete="off"
          error={problem?.detail}
        />
        <Button type="submit" icon="search" isPending={isPending} isDisabled={path.trim() === ""}>
          {said.look}
        </Button>
      </form>
    </Card>
  );
}

function Simulate({ go }: { go: Go }) {
  const { order, problem, isPending } = useOrderJob();
  const begin = async () => {
    const job = await order("simulate").catch(() => null);
    if (job) go("job", job.id);
  };
  return (
    <Card title={said.simulated}>
      <div className="start-simulate">
        <p>{said.simulatedBody}</p>
        <Button icon="play" onPress={() => void begin()} isPending={isPending}>
          {said.simulatedAction}
        </Button>
        {problem && <ProblemState problem={problem} compact />}
      </div>
    </Card>
  );
}

function HoldsSimulated({ go }: { go: Go }) {
  const { order, problem, isPending } = useOrderJob();
  const begin = async () => {
    const job = await order("start_over").catch(() => null);
    if (job) go("job", job.id);
  };
  return (
    <Card title={said.holdsSimulated}>
      <div className="start-simulate">
        <p>{said.holdsSimulatedBody}</p>
        <Button kind="primary" icon="undo" onPress={() => void begin()} isPending={isPending}>
          {said.startOver}
        </Button>
        {problem && <ProblemState problem={problem} compact />}
      </div>
    </Card>
  );
}

function HoldsData() {
  const { data: sources } = useAsk("/api/v1/sources", {}, { ofView: false });
  if (!sources || sources.items.length === 0) return null;
  return (
    <p className="start-holds">
      {said.holdsData(sources.items.length)} <TextLink to="/data/sources">{said.toData}</TextLink>
    </p>
  );
}
