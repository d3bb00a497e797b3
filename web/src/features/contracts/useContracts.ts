/** Changes the contracts on the version that was read, with the way back; says so where somebody else was first. */
import { useRef, useState } from "react";
import { api, asProblem, type Problem, queryClient } from "~/api/client";
import { notify } from "~/ui";
import { words } from "~/words";
import { type Edit, edited, undoing } from "./drafts";
import type { Contract } from "./types";

const said = words.contracts;

export interface Conflict {
  edit: Edit;
  etag: string;
  theirs: Contract[];
}

export interface Changing {
  /** Save an edit; true once it is saved. */
  save: (edit: Edit) => Promise<boolean>;
  isSaving: boolean;
  problem: Problem | null;
  conflict: Conflict | null;
  /** Put my edit on top of theirs, or drop it; true once it is saved. */
  settle: (mine: boolean) => Promise<boolean>;
  forget: () => void;
}

export function useContracts(list: readonly Contract[], etag: string): Changing {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const dismiss = useRef<() => void>(() => {});
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const put = async (edit: Edit, on: readonly Contract[], version: string): Promise<boolean> => {
    setSaving(true);
    setProblem(null);
    try {
      const next = edited(on, edit);
      const saved = await putContracts(next, version);
      const back = undoing(on, edit);
      const text = edit.kind === "remove" ? said.removed(edit.name) : said.saved(edit.contract.name);
      // Only the newest change can be taken back: an older one was made on another version.
      dismiss.current();
      dismiss.current = notify({
        text,
        tone: "good",
        undo: back ? () => void undo(edited(next, back), saved) : undefined,
      });
      return true;
    } catch (thrown) {
      const failed = asProblem(thrown);
      if (failed.status === 412) setConflict(await present(edit));
      else setProblem(failed);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return {
    // Saving takes a moment in which nothing is announced; a second press in it does nothing.
    save: (edit) => (isSaving ? Promise.resolve(false) : put(edit, list, etag)),
    isSaving,
    problem,
    conflict,
    settle: async (mine) => {
      setConflict(null);
      return mine && conflict ? put(conflict.edit, conflict.theirs, conflict.etag) : false;
    },
    forget: () => setProblem(null),
  };
}

async function putContracts(contracts: Contract[], etag: string): Promise<string> {
  const { response } = await api.PUT("/api/v1/contracts", { body: { contracts }, headers: { "If-Match": etag } });
  await queryClient.invalidateQueries();
  return response.headers.get("ETag") ?? "";
}

async function undo(before: Contract[], etag: string): Promise<void> {
  try {
    await putContracts(before, etag);
    notify({ text: said.undone });
  } catch {
    notify({ text: said.undoFailed, tone: "bad" });
  }
}

async function present(edit: Edit): Promise<Conflict | null> {
  const { data, response } = await api.GET("/api/v1/contracts", { cache: "no-store" });
  void queryClient.invalidateQueries();
  return data ? { edit, etag: response.headers.get("ETag") ?? "", theirs: data.contracts } : null;
}
