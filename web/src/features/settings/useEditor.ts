/** Edits settings: a draft over what is saved, saving on the version it was made on, and the way back. */
import { useEffect, useState } from "react";
import { api, asProblem, type Problem, queryClient } from "~/api/client";
import { notify } from "~/ui";
import { words } from "~/words";
import { type Draft, differences, readDraft, writeDraft } from "./drafts";
import type { Kept, Settings } from "./types";

export interface Conflict {
  etag: string;
  theirs: Settings;
}

export interface Editor {
  draft: Settings;
  changes: number;
  wasRestored: boolean;
  isSaving: boolean;
  problem: Problem | null;
  conflict: Conflict | null;
  change: (partial: Partial<Settings>) => void;
  discard: () => void;
  save: () => Promise<void>;
  /** Settle a conflict: my settings over theirs, or theirs. */
  settle: (mine: boolean) => Promise<void>;
  closeConflict: () => void;
}

export function useEditor(kept: Kept, etag: string): Editor {
  const [draft, setDraft] = useState<Draft | null>(readDraft);
  const [wasRestored] = useState(draft !== null);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  useEffect(() => writeDraft(draft), [draft]);
  const settings = draft?.settings ?? kept.settings;
  const changes = draft ? differences(draft.settings, draft.base).length : 0;

  const discard = () => {
    setDraft(null);
    setProblem(null);
    setConflict(null);
  };
  const change = (partial: Partial<Settings>) => {
    const base = draft ?? { etag, base: kept.settings, settings: kept.settings };
    const next = { ...base, settings: { ...base.settings, ...partial } };
    setDraft(differences(next.settings, next.base).length > 0 ? next : null);
  };
  const put = async (on: string, before: Settings) => {
    setSaving(true);
    setProblem(null);
    try {
      const saved = await putSettings(settings, on);
      discard();
      notify({ text: words.settings.saved, tone: "good", undo: () => void undo(before, saved) });
    } catch (thrown) {
      const failed = asProblem(thrown);
      if (failed.status === 412) setConflict(await present());
      else setProblem(failed);
    } finally {
      setSaving(false);
    }
  };
  const settle = async (mine: boolean) => {
    if (!conflict) return;
    setConflict(null);
    if (mine) await put(conflict.etag, conflict.theirs);
    else discard();
  };
  return {
    draft: settings,
    changes,
    wasRestored: wasRestored && draft !== null,
    isSaving,
    problem,
    conflict,
    change,
    discard,
    save: () => put(draft?.etag ?? etag, draft?.base ?? kept.settings),
    settle,
    closeConflict: () => setConflict(null),
  };
}

/** Save on the version that was read; returns the new one. */
async function putSettings(settings: Settings, etag: string): Promise<string> {
  const { response } = await api.PUT("/api/v1/settings", { body: settings, headers: { "If-Match": etag } });
  await queryClient.invalidateQueries();
  return response.headers.get("ETag") ?? "";
}

async function undo(before: Settings, etag: string): Promise<void> {
  try {
    await putSettings(before, etag);
    notify({ text: words.settings.undone });
  } catch {
    notify({ text: words.settings.undoFailed, tone: "bad" });
  }
}

async function present(): Promise<Conflict | null> {
  const { data, response } = await api.GET("/api/v1/settings", { cache: "no-store" });
  void queryClient.invalidateQueries();
  return data ? { etag: response.headers.get("ETag") ?? "", theirs: data.settings } : null;
}
