/** One handoff looked at closely: how long it takes, how it ends, how it goes over time, between which stages. */
import { useAsk } from "~/api/client";
import { behindHref, useBehind } from "~/behind";
import { useSelection } from "~/selection";
import { Button, Drawer, LinkButton, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { PairFacts } from "./PairFacts";
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
            <PairWaits pair={pair} onOpen={open} />
            <PairTrend pair={pair} onOpen={open} />
            <PairStages pair={pair} onOpen={open} />
          </div>
        )}
      </Shown>
    </Drawer>
  );
}
