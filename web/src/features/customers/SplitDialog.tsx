/** Which identifiers of a customer belong to somebody else. */
import { useState } from "react";
import { Button, Checkbox, Dialog } from "~/ui";
import { words } from "~/words";
import { Identifier } from "./Identifier";

const said = words.identity.split;

interface SplitDialogProps {
  identifiers: readonly string[];
  onClose: () => void;
  onChosen: (identifiers: readonly string[]) => void;
}

export function SplitDialog({ identifiers, onClose, onChosen }: SplitDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (identifier: string, isChosen: boolean) =>
    setChosen((before) => new Set([...before, identifier].filter((each) => each !== identifier || isChosen)));
  const isAll = chosen.size === identifiers.length;
  return (
    <Dialog
      title={said.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.identity.change.keep}</Button>
          <Button kind="primary" isDisabled={chosen.size === 0 || isAll} onPress={() => onChosen([...chosen])}>
            {said.next}
          </Button>
        </>
      }
    >
      <div className="identity-stack">
        <p className="identity-told">{said.lead}</p>
        <fieldset className="identity-choices">
          <legend>{said.choose}</legend>
          {identifiers.map((identifier) => (
            <Checkbox
              key={identifier}
              isSelected={chosen.has(identifier)}
              onChange={(isChosen) => choose(identifier, isChosen)}
            >
              <Identifier identifier={identifier} />
            </Checkbox>
          ))}
        </fieldset>
        <p className="identity-faint" role="status">
          {isAll ? said.all : said.chosen(chosen.size, identifiers.length)}
        </p>
      </div>
    </Dialog>
  );
}
