/** One journey's conversation inside the drawer, with the way back to the list. */
import { lazy, Suspense } from "react";
import { Button, Skeleton } from "~/ui";
import { words } from "~/words";

const JourneyThread = lazy(async () => ({ default: (await import("~/thread")).JourneyThread }));

export function JourneyInPlace({ journeyId, onBack }: { journeyId: string; onBack: () => void }) {
  return (
    <div className="b-behind-journey">
      <div>
        <Button kind="quiet" size="small" icon="arrow-left" autoFocus onPress={onBack}>
          {words.behind.back}
        </Button>
      </div>
      <Suspense fallback={<Skeleton height={480} />}>
        <JourneyThread journeyId={journeyId} />
      </Suspense>
    </div>
  );
}
