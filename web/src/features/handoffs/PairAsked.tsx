/** The questions for something known, word by word: all of a handoff's, or those for one kind of fact. */
import type { Answer } from "~/api/client";
import { EvidenceList } from "~/evidence";
import { Button } from "~/ui";
import { words } from "~/words";

type Around = Answer<"/api/v1/handoffs/pair">["around"];
const said = words.handoffs.detail.asked;

export function PairAsked({ around, fact, onAll }: { around: Around; fact: string; onAll: () => void }) {
  if (around.lost.lost === 0) return null;
  const only = around.facts.find((each) => each.fact === fact && each.asked_again > 0);
  return (
    <section className="handoffs-part">
      <h3 className="handoffs-part-title">{said.title}</h3>
      <p className="handoffs-note">
        {only && `${said.ofFact(only.title)} `}
        {said.lead}{" "}
        {only && (
          <Button kind="quiet" size="small" onPress={onAll}>
            {said.all}
          </Button>
        )}
      </p>
      <EvidenceList through={only?.asked_through ?? around.lost_through} fact={only?.fact} />
    </section>
  );
}
