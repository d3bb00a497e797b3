/** Two versions side by side when somebody else saved in between: keep one of them, knowingly. */
import { Button, DataTable, Dialog, Named } from "~/ui";
import { words } from "~/words";
import { type Difference, differences } from "./drafts";
import type { Editor } from "./useEditor";

const said = words.settings.conflict;
const COLUMNS = [
  { id: "place", header: said.setting, cell: (row: Difference) => <Named mono>{row.place}</Named> },
  { id: "mine", header: said.mine, cell: (row: Difference) => <Value text={row.mine} /> },
  { id: "theirs", header: said.theirs, cell: (row: Difference) => <Value text={row.theirs} /> },
] as const;

export function ConflictDialog({ editor }: { editor: Editor }) {
  const { conflict } = editor;
  if (!conflict) return null;
  return (
    <Dialog
      title={said.title}
      isOpen
      onClose={editor.closeConflict}
      size="large"
      role="alertdialog"
      actions={
        <>
          <Button onPress={() => void editor.settle(false)}>{said.take}</Button>
          <Button kind="primary" onPress={() => void editor.settle(true)}>
            {said.keep}
          </Button>
        </>
      }
    >
      <p>{said.body}</p>
      <DataTable
        label={said.title}
        columns={COLUMNS}
        rows={differences(editor.draft, conflict.theirs)}
        rowKey={(row) => row.place}
      />
    </Dialog>
  );
}

function Value({ text }: { text: string }) {
  return text ? <Named truncate={false}>{text}</Named> : <span>{said.none}</span>;
}
