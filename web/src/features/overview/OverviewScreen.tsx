/** The first look: headline metrics, the worst handoffs, the busiest journeys, whether the data hold, what changed. */
import { useAsk } from "~/api/client";
import { useWorkspace } from "~/app/workspace";
import { BehindPlace } from "~/behind";
import { useSelection } from "~/selection";
import { Button, EmptyState, LinkButton, Screen, Shown } from "~/ui";
import { words } from "~/words";
import { BusyJourneys } from "./BusyJourneys";
import { Changes } from "./Changes";
import { Headline, HeadlineSkeleton } from "./Headline";
import { Health } from "./Health";
import { WorstHandoffs } from "./WorstHandoffs";
import "./overview.css";

const said = words.overview;

export default function OverviewScreen() {
  const workspace = useWorkspace();
  const isUnbuilt = workspace !== null && workspace.view === null && workspace.opening === null;
  return isUnbuilt ? <Unbuilt /> : <Built />;
}

function Built() {
  const { asParams, clear } = useSelection();
  const ask = useAsk("/api/v1/overview/headline", { params: { query: asParams } });
  const none = (
    <EmptyState
      title={said.none.title}
      body={said.none.body}
      action={<Button onPress={clear}>{said.none.clear}</Button>}
      icon="filter"
    />
  );
  // Where the selection is empty or can't be read, the first panel says so for all.
  const isTold = ask.data ? ask.data.journeys === 0 : ask.problem !== null;
  return (
    <Screen title={words.app.screens.overview} lead={ask.data ? said.lead(ask.data.journeys) : said.leadWaiting}>
      <Changes />
      <Shown ask={ask} skeleton={<HeadlineSkeleton />} empty={(data) => (data.journeys === 0 ? none : null)}>
        {(data) => <Headline headline={data} />}
      </Shown>
      {!isTold && (
        <div className="o-pair">
          <WorstHandoffs />
          <BusyJourneys />
        </div>
      )}
      <Health />
      <BehindPlace />
    </Screen>
  );
}

/** Imported or not, there are no journeys; the ledger is told all the same. */
function Unbuilt() {
  return (
    <Screen title={words.app.screens.overview} lead={said.leadWaiting}>
      <EmptyState
        title={said.unbuilt.title}
        body={said.unbuilt.body}
        action={
          <LinkButton to="/start" kind="primary">
            {said.unbuilt.start}
          </LinkButton>
        }
      />
      <Health />
    </Screen>
  );
}
