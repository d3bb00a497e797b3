/** What is unsaved, what went wrong with saving, and the buttons; always in sight while there are changes. */
import { ClewProblem, type Problem } from "~/api/client";
import { Button, ProblemState } from "~/ui";
import { words } from "~/words";
import type { Kept } from "./types";
import type { Editor } from "./useEditor";

const said = words.settings;

export function SaveBar({ editor, kept }: { editor: Editor; kept: Kept }) {
  if (editor.changes === 0) return null;
  return (
    <section className="settings-save" aria-label={said.save}>
      {editor.problem && <ProblemState problem={once(editor.problem)} compact />}
      <div className="settings-save-line">
        <p role="status" className="settings-save-words">
          <strong>{said.unsaved(editor.changes)}</strong>{" "}
          <span>{editor.wasRestored ? said.restored : said.keptHere}</span>
          {kept.written_by_hand && <span> {said.byHand(kept.kept_as)}</span>}
        </p>
        <Button onPress={editor.discard}>{said.discard}</Button>
        <Button kind="primary" isPending={editor.isSaving} onPress={() => void editor.save()}>
          {said.save}
        </Button>
      </div>
    </section>
  );
}

/** Without its places: the sentence names the setting, and the field itself is marked. */
const once = ({ type, title, status, detail }: Problem): Problem => new ClewProblem({ type, title, status, detail });
