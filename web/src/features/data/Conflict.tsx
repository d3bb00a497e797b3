/** Somebody else saved meanwhile: both versions side by side, and the choice between them. */
import { Button } from "~/ui";
import { words } from "~/words";

const said = words.data.mappings;

interface ConflictProps {
  theirs: string;
  yours: string;
  onTake: () => void;
  onOverwrite: () => void;
}

export function Conflict({ theirs, yours, onTake, onOverwrite }: ConflictProps) {
  return (
    <section className="conflict" role="alert" aria-label={said.conflict}>
      <p className="conflict-title">{said.conflict}</p>
      <p className="data-lead">{said.conflictBody}</p>
      <div className="conflict-both">
        <Version title={said.theirs} text={theirs} other={yours} />
        <Version title={said.yours} text={yours} other={theirs} />
      </div>
      <div className="data-row">
        <Button icon="undo" onPress={onTake}>
          {said.take}
        </Button>
        <Button kind="primary" icon="check" onPress={onOverwrite}>
          {said.overwrite}
        </Button>
      </div>
    </section>
  );
}

function Version({ title, text, other }: { title: string; text: string; other: string }) {
  const known = new Set(other.split("\n"));
  return (
    <div className="conflict-one">
      <h4 className="data-heading">{title}</h4>
      <pre className="waiting-raw">
        {text.split("\n").map((line, at) => (
          // Lines have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={at} className={known.has(line) ? undefined : "conflict-differs"}>
            {known.has(line) ? line : <mark>{line}</mark>}
            {"\n"}
          </span>
        ))}
      </pre>
    </div>
  );
}
