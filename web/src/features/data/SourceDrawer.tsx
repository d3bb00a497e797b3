/** One source: its account, its files, and what can be done with it: mend its mapping, import again, take it back. */
import { useState } from "react";
import { api, useAsk } from "~/api/client";
import { Ledger, useOrderJob } from "~/jobs";
import {
  Badge,
  Button,
  Dialog,
  Drawer,
  LinkButton,
  Named,
  notify,
  ProblemState,
  type RowColumn,
  RowList,
  Shown,
} from "~/ui";
import { words } from "~/words";
import { moment, number } from "~/words/format";
import { REFUSED, type Source, type SourceFile } from "./types";

const said = words.data.source;
const parts = words.jobs.ledger;

interface SourceDrawerProps {
  name: string;
  source: Source | undefined;
  onClose: () => void;
}

export function SourceDrawer({ name, source, onClose }: SourceDrawerProps) {
  const refused = name === REFUSED;
  return (
    <Drawer
      title={refused ? words.data.sources.refusedTitle : name}
      isOpen={name !== ""}
      onClose={onClose}
      width="wide"
    >
      {name !== "" && (
        <div className="data-stack">
          {source && <Ledger counts={source.counts} />}
          {source?.state === "interrupted" && <p className="data-stale">{words.data.sources.interruptedHelp}</p>}
          {source && <Acts source={source} onClose={onClose} />}
          <Files name={name} refused={refused} />
        </div>
      )}
    </Drawer>
  );
}

function Acts({ source, onClose }: { source: Source; onClose: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const { order, problem, isPending } = useOrderJob();
  const takeBack = async () => {
    const job = await order("take_back", { source: source.source, confirm: source.source }).catch(() => null);
    if (!job) return;
    notify({ text: said.taken(source.source), tone: "info" });
    setAsking(false);
    onClose();
  };
  const name = encodeURIComponent(source.source);
  return (
    <div className="data-row">
      <LinkButton icon="edit" size="small" to={`/data/mappings?mapping=${name}`}>
        {said.mapping}
      </LinkButton>
      {source.counts.quarantined > 0 && (
        <LinkButton icon="filter" size="small" to={`/data/quarantine?of=${name}`}>
          {said.quarantine}
        </LinkButton>
      )}
      <LinkButton icon="upload" size="small" to="/start">
        {said.again}
      </LinkButton>
      <Button kind="danger" icon="undo" size="small" onPress={() => setAsking(true)}>
        {said.takeBack}
      </Button>
      <Dialog
        role="alertdialog"
        size="small"
        title={said.takeBackTitle(source.source)}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{said.keep}</Button>
            <Button kind="danger" isPending={isPending} onPress={() => void takeBack()}>
              {said.confirm}
            </Button>
          </>
        }
      >
        <p>{said.takeBackBody(source.files, source.counts.received)}</p>
        {problem && <ProblemState problem={problem} compact />}
      </Dialog>
    </div>
  );
}

function Files({ name, refused }: { name: string; refused: boolean }) {
  const first = useAsk(
    "/api/v1/sources/{source}/files",
    { params: { path: { source: name }, query: { limit: 1 } } },
    { ofView: false },
  );
  const load = async (at: number, limit: number) => {
    const { data } = await api.GET("/api/v1/sources/{source}/files", {
      params: { path: { source: name }, query: { at, limit } },
    });
    return data?.items ?? [];
  };
  return (
    <Shown ask={first}>
      {(page) => (
        <RowList
          label={said.files(page.total)}
          total={page.total}
          load={load}
          question={`${name} ${page.items[0]?.id ?? ""}`}
          columns={refused ? REFUSED_COLUMNS : COLUMNS}
          rowKey={(file) => String(file.id)}
          rowHeight={refused ? 72 : 52}
        />
      )}
    </Shown>
  );
}

const count = (id: "received" | "stored" | "duplicate" | "quarantined" | "refused"): RowColumn<SourceFile> => ({
  id,
  header: parts[id],
  align: "end",
  width: "minmax(84px, 0.6fr)",
  cell: (file) => number(file.counts[id]),
});

const FILE: RowColumn<SourceFile> = {
  id: "file",
  header: said.file,
  width: "minmax(180px, 2fr)",
  cell: (file) => (
    <span className="data-two">
      <Named>{file.file}</Named>
      <span className="data-faint">{said.states[file.state] ?? file.state}</span>
    </span>
  ),
};

const WHEN: RowColumn<SourceFile> = {
  id: "when",
  header: said.when,
  width: "minmax(140px, 1fr)",
  cell: (file) => moment(file.imported_at),
};

const COLUMNS: RowColumn<SourceFile>[] = [
  FILE,
  WHEN,
  count("received"),
  count("stored"),
  count("duplicate"),
  count("quarantined"),
  count("refused"),
];

const REFUSED_COLUMNS: RowColumn<SourceFile>[] = [
  { ...FILE, cell: (file) => <Named>{file.file}</Named> },
  {
    id: "reason",
    header: said.reason,
    width: "minmax(240px, 3fr)",
    cell: (file) => (
      <span className="data-wrap">
        <Badge tone="warn">{said.states.refused}</Badge> <bdi>{file.reason}</bdi>
      </span>
    ),
  },
  WHEN,
];
