/** The conversation of one journey of the list, in a drawer beside it. */

import { JourneyThread } from "~/thread";
import { Drawer } from "~/ui";
import { words } from "~/words";

export function OpenJourney({ journeyId, onClose }: { journeyId: string | null; onClose: () => void }) {
  return (
    <Drawer title={words.journeys.opened} isOpen={journeyId !== null} onClose={onClose} width="wide">
      {journeyId !== null && <JourneyThread journeyId={journeyId} />}
    </Drawer>
  );
}
