/** The fields of the second selection: a period and the same filters as the first has. */
import { type Selection, SelectionFields } from "~/selection";
import { words } from "~/words";

export function OwnSelection({ own, onChange }: { own: Selection; onChange: (partial: Partial<Selection>) => void }) {
  return (
    <fieldset className="m-own">
      <legend className="c-hidden">{words.metrics.compare.filters}</legend>
      <SelectionFields selection={own} set={onChange} />
    </fieldset>
  );
}
