/** All journeys that are looked at, or those behind one number that somebody shared; each opens its conversation. */
import { CountLine, JourneyList, type Sort, sortOptions, useFillHeight, useJourneys } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { Button, EmptyState, LinkButton, Screen, Select } from "~/ui";
import { words } from "~/words";
import { fileAddress } from "./fileAddress";
import { OpenJourney } from "./OpenJourney";
import "./JourneysScreen.css";

const ABOVE = 300;

export default function JourneysScreen() {
  const { asParams } = useSelection();
  const [through, setThrough] = usePlace<string>("through", "");
  const [sort, setSort] = usePlace<Sort>("sort", "-started");
  const [journey, setJourney] = usePlace<string>("journey", "");
  const ask = useJourneys(through || null, sort);
  const height = useFillHeight(ABOVE);
  const said = words.journeys;
  const title = through ? (ask.data?.words ?? said.title) : said.title;
  return (
    <Screen
      title={title}
      lead={through ? said.leadThrough : said.lead}
      actions={
        through && (
          <Button kind="plain" size="small" icon="close" onPress={() => setThrough(null, "push")}>
            {said.all}
          </Button>
        )
      }
    >
      <div className="journeys-bar">
        <div className="journeys-count" role="status">
          {ask.data && !ask.isPrevious && <CountLine counts={ask.data} />}
        </div>
        <div className="journeys-tools">
          <Select
            label={words.behind.sort.label}
            hideLabel
            options={sortOptions(ask.data?.counted ?? "journeys")}
            value={sort}
            onChange={(next) => setSort(next)}
          />
          <LinkButton to={fileAddress(asParams, through, sort)} download="journeys.csv" icon="download" kind="quiet">
            {said.download}
          </LinkButton>
        </div>
      </div>
      <JourneyList
        ask={ask}
        through={through || null}
        sort={sort}
        onOpen={(row) => setJourney(row.journey_id, "push")}
        opened={journey || null}
        height={height}
        empty={<EmptyState title={said.none.title} body={said.none.body} />}
      />
      <OpenJourney journeyId={journey || null} onClose={() => setJourney(null)} />
    </Screen>
  );
}
