/** The journeys behind the cell; each opens as its conversation, in place. */
import { useAsk } from "~/api/client";
import { CountLine, JourneyList, useBehind } from "~/behind";
import { JourneyInPlace } from "~/behind/JourneyInPlace";
import { useSelection } from "~/selection";

const HEIGHT = 560;
const SORT = "-started";

export function CellJourneys({ through }: { through: string }) {
  const { asParams } = useSelection();
  const { journey, openJourney, back } = useBehind();
  const ask = useAsk("/api/v1/journeys", { params: { query: { ...asParams, through, sort: SORT } } });
  if (journey !== null) return <JourneyInPlace journeyId={journey} onBack={back} />;
  return (
    <div className="m-about">
      {ask.data && <CountLine counts={ask.data} />}
      <JourneyList
        ask={ask}
        through={through}
        sort={SORT}
        onOpen={(row) => openJourney(row.journey_id)}
        narrow
        height={HEIGHT}
      />
    </div>
  );
}
