/** One handoff looked at closely: how long it takes, how it ends, what is lost, how it goes over time, between which stages. */
import { useAsk } from "~/api/client";
import { behindHref, useBehind } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { Button, Drawer, LinkButton, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { PairAsked } from "./PairAsked";
import { PairContracts } from "./PairContracts";
import { PairFacts } from "./PairFacts";
import { PairLost } from "./PairLost";
import { PairStages } from "./PairStages";
import { PairTrend } from "./PairTrend";
import { PairWaits } from "./PairWaits";

export interface PairDrawerProps {
  through: string | null;
  onClose: () => void;
}

export function PairDrawer({ through, onClose }: PairDrawerProps) {
  return through === null ? null : <Open key={through} through={through} onClose={onClose} />;
}

function Open({ through, onClose }: { through: string; onClose: () => void }) {
  const { selection, asParams } = useSelection();
  const { open } = useBehind();
  const ask = useAsk("/api/v1/handoffs/pair", { params: { query: { ...asParams, through } } });
  const [fact, setFact] = usePlace("fact", "");
  const [, setRow] = usePlace("from_row", "0");
  const pick = (to: string) => {
    setRow(null);
    setFact(to || null);
  };
  const said = words.handoffs.detail;
  return (
    <Drawer title={ask.data?.words ?? said.loading} isOpen onClose={onClose} width="wide">
      <Shown ask={ask} skeleton={<Skeleton height={480} />}>
        {(pair) => (
          <div className="handoffs-pair">
            <div className="handoffs-pair-open">
              <Button kind="primary" icon="journeys" onPress={() => open(through)}>
                {said.open(pair.total.n, pair.total.journeys)}
              </Button>
              <LinkButton to={behindHref(through, selection)} kind="quiet">
                {said.asList}
              </LinkButton>
            </div>
            <PairFacts pair={pair} />
            <PairLost around={pair.around} n={pair.total.n} picked={fact} onPick={pick} />
            <PairAsked around={pair.around} fact={fact} onAll={() => pick("")} />
            <PairContracts pair={pair} />
            <PairWaits pair={pair} onOpen={open} />
            <PairTrend pair={pair} onOpen={open} />
            <PairStages pair={pair} onOpen={open} />
          </div>
        )}
      </Shown>
    </Drawer>
  );
}
