/** One contract: which handoffs, what has to hold, how far it was kept, and what can be done with it. */
import type { Problem } from "~/api/client";
import { usePlace } from "~/selection";
import { Button, Card, Named, ProblemState, Skeleton } from "~/ui";
import { words } from "~/words";
import { ConformanceNumbers } from "./ConformanceNumbers";
import { type Titles, termsOf, whichOf } from "./sentence";
import type { Conformance, Contract } from "./types";

const said = words.contracts;

interface ContractCardProps {
  contract: Contract;
  titles: Titles;
  found: Conformance | undefined;
  problem: Problem | null;
  isBusy: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

export function ContractCard({ contract, titles, found, problem, isBusy, onEdit, onRemove }: ContractCardProps) {
  const [, setBroken] = usePlace("broken", "");
  const { name } = contract;
  return (
    <li>
      <Card
        title={<Named truncate={false}>{name}</Named>}
        lead={whichOf(contract, titles)}
        actions={
          <>
            <Button size="small" icon="edit" aria-label={said.editOf(name)} onPress={onEdit}>
              {said.edit}
            </Button>
            <Button
              size="small"
              kind="quiet"
              icon="trash"
              aria-label={said.removeOf(name)}
              isDisabled={isBusy}
              onPress={onRemove}
            >
              {said.remove}
            </Button>
          </>
        }
      >
        <ul className="contracts-terms">
          {termsOf(contract, titles).map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
        {found ? (
          <ConformanceNumbers found={found} onBroken={(through) => setBroken(through, "push")} />
        ) : problem ? (
          <ProblemState problem={problem} compact />
        ) : (
          <Skeleton lines={3} />
        )}
      </Card>
    </li>
  );
}
