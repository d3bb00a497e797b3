/** One source's mapping: changed as a form or as text, tried on its quarantine, saved unless somebody else was faster. */
import { useState } from "react";
import { api, asProblem, type Problem, useAsk } from "~/api/client";
import { queryClient } from "~/api/queries";
import { useOrderJob } from "~/jobs";
import { type Edited, MappingEditor, useCheck, useKept } from "~/mapping";
import { Button, Card, Named, notify, ProblemState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Conflict } from "./Conflict";
import type { MappingState } from "./types";

const said = words.data.mappings;

export function OpenMapping({ source }: { source: string }) {
  const ask = useAsk("/api/v1/mappings/{source}", { params: { path: { source } } }, { ofView: false });
  return (
    <Shown ask={ask} skeleton={<Skeleton height={480} />}>
      {(saved) => <Editor source={source} saved={saved} etag={ask.etag ?? ""} refetch={ask.refetch} />}
    </Shown>
  );
}

interface EditorProps {
  source: string;
  saved: MappingState;
  etag: string;
  refetch: () => void;
}

function Editor({ source, saved, etag, refetch }: EditorProps) {
  const [kept, keep] = useKept(`source.${source}`);
  // A change is made on the version that was read when it began; the server refuses it on another one.
  const [base, setBase] = useState(etag);
  const edited: Edited = kept ?? (saved.draft ? { draft: saved.draft } : { text: saved.text });
  const check = useCheck(edited, { source });
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const retry = useOrderJob();
  const change = (next: Edited) => {
    if (!kept) setBase(etag);
    keep(next);
  };
  const save = async (onto: string) => {
    setSaving(true);
    setProblem(null);
    try {
      await api.PUT("/api/v1/mappings/{source}", {
        params: { path: { source } },
        headers: { "If-Match": onto },
        body: edited,
      });
      keep(null);
      notify({ text: said.savedNow(source), tone: "good" });
      await queryClient.invalidateQueries();
    } catch (thrown) {
      setProblem(asProblem(thrown));
      if (asProblem(thrown).status === 412) refetch();
    } finally {
      setSaving(false);
    }
  };
  const flaws = check.checked?.problems ?? [];
  const waiting = check.checked?.tried_on === "quarantined" ? (check.checked.preview?.rows ?? 0) : 0;
  const conflict = problem?.status === 412;
  return (
    <Card
      title={<Named>{source}</Named>}
      lead={saved.saved ? said.savedYes(source) : said.savedNo}
      actions={
        <>
          {kept && (
            <Button size="small" kind="quiet" icon="undo" onPress={() => keep(null)}>
              {said.discard}
            </Button>
          )}
          {!kept && waiting > 0 && (
            <Button
              size="small"
              icon="refresh"
              isPending={retry.isPending}
              onPress={() => void retry.order("retry", { source }).catch(() => null)}
            >
              {said.retry(waiting)}
            </Button>
          )}
          <Button
            size="small"
            kind="primary"
            icon="check"
            isPending={isSaving}
            isDisabled={!kept || flaws.length > 0 || conflict}
            onPress={() => void save(base || etag)}
          >
            {said.save}
          </Button>
        </>
      }
    >
      <div className="data-stack">
        {kept && <p className="data-lead">{said.unsaved}</p>}
        {retry.problem && <ProblemState problem={retry.problem} compact />}
        {problem && !conflict && <ProblemState problem={problem} compact />}
        {conflict && (
          <Conflict
            theirs={saved.text}
            yours={edited.text ?? check.checked?.text ?? ""}
            onTake={() => {
              keep(null);
              setProblem(null);
            }}
            onOverwrite={() => void save(etag)}
          />
        )}
        <MappingEditor edited={edited} onChange={change} check={check} columns={columnsOf(saved)} fixedSource />
      </div>
    </Card>
  );
}

/** The columns that the saved mapping names and those of rows that wait; the whole file isn't at hand any more. */
function columnsOf({ columns }: MappingState) {
  return columns.map((name) => ({ name, examples: [] }));
}
