/** Somebody else saved contracts in between: put my change on top of theirs, or leave theirs, knowingly. */
import { Button, Dialog, Named } from "~/ui";
import { words } from "~/words";
import { type Titles, termsOf, whichOf } from "./sentence";
import type { Changing } from "./useContracts";

const said = words.contracts.conflict;

interface ConflictDialogProps {
  changing: Changing;
  titles: Titles;
  onSaved: () => void;
}

export function ConflictDialog({ changing, titles, onSaved }: ConflictDialogProps) {
  const { conflict } = changing;
  if (!conflict) return null;
  const keep = async () => {
    if (await changing.settle(true)) onSaved();
  };
  return (
    <Dialog
      title={said.title}
      isOpen
      onClose={() => void changing.settle(false)}
      role="alertdialog"
      actions={
        <>
          <Button onPress={() => void changing.settle(false)}>{said.leave}</Button>
          <Button kind="primary" onPress={() => void keep()}>
            {said.keep}
          </Button>
        </>
      }
    >
      <p>{said.body}</p>
      <h3 className="contracts-heading">{said.theirs}</h3>
      {conflict.theirs.length === 0 && <p>{said.none}</p>}
      <ul className="contracts-terms">
        {conflict.theirs.map((contract) => (
          <li key={contract.name}>
            <Named truncate={false}>{contract.name}</Named>: {whichOf(contract, titles)};{" "}
            {termsOf(contract, titles).join("; ")}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
