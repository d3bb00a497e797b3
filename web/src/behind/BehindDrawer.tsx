/** The drawer behind a number: what it counts, how many, in which journeys; each opens in place. */
import { useEffect, useRef } from "react";
import { usePlace, useSelection } from "~/selection";
import { classes, copyText, Drawer, IconButton, LinkButton, notify, Select } from "~/ui";
import { words } from "~/words";
import { BEHIND_SORT, behindHref, useBehind } from "./address";
import { CountLine } from "./CountLine";
import { JourneyInPlace } from "./JourneyInPlace";
import { JourneyList, type Sort, useJourneys } from "./JourneyList";
import { sortOptions } from "./sorting";
import { useFillHeight } from "./useFillHeight";
import "./BehindDrawer.css";

/** Put once on a screen: shows the drawer when the address asks for it. */
export function BehindPlace() {
  const { through, close } = useBehind();
  return <BehindDrawer through={through} onClose={close} />;
}

export interface BehindDrawerProps {
  /** The word the number carries; null: closed. */
  through: string | null;
  onClose: () => void;
}

export function BehindDrawer({ through, onClose }: BehindDrawerProps) {
  return through === null ? null : <Open key={through} through={through} onClose={onClose} />;
}

function Open({ through, onClose }: { through: string; onClose: () => void }) {
  const { selection } = useSelection();
  const { journey, openJourney, back } = useBehind();
  const [sort, setSort] = usePlace<Sort>(BEHIND_SORT, "-started");
  const ask = useJourneys(through, sort);
  const height = useFillHeight(ABOVE);
  const list = useRef<HTMLDivElement>(null);
  useFocusOnReturn(journey, list);
  const href = behindHref(through, selection);
  return (
    <Drawer title={ask.data?.words ?? words.behind.loading} isOpen onClose={onClose} width="wide">
      {journey !== null && <JourneyInPlace journeyId={journey} onBack={back} />}
      <div
        ref={list}
        className={classes("b-behind-list", journey !== null && "b-behind-away")}
        inert={journey !== null}
      >
        {ask.data && (
          <div className="b-behind-head">
            <CountLine counts={ask.data} />
            <div className="b-behind-tools">
              <Select
                label={words.behind.sort.label}
                hideLabel
                options={sortOptions(ask.data.counted)}
                value={sort}
                onChange={setSort}
              />
              <LinkButton to={href} kind="quiet" icon="journeys">
                {words.behind.asList}
              </LinkButton>
              <IconButton label={words.behind.copyLink} icon="copy" onPress={() => void copyLink(href)} />
            </div>
          </div>
        )}
        <JourneyList
          ask={ask}
          through={through}
          sort={sort}
          onOpen={(row) => openJourney(row.journey_id)}
          opened={journey}
          narrow
          height={height}
        />
      </div>
    </Drawer>
  );
}

/** The drawer's head, the count and the padding. */
const ABOVE = 160;

/** Coming back from a journey, the list has the focus again, at the row that was open. */
function useFocusOnReturn(journey: string | null, list: { current: HTMLElement | null }): void {
  const before = useRef(journey);
  useEffect(() => {
    if (before.current !== null && journey === null) list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    before.current = journey;
  }, [journey, list]);
}

async function copyLink(href: string): Promise<void> {
  const done = await copyText(new URL(href, window.location.href).href);
  notify(done ? { text: words.behind.copied, tone: "good" } : { text: words.behind.copyFailed, tone: "bad" });
}
