/** The journey map: stages and their steps by lanes, each cell with value, change, n and freshness. */
import { useCallback } from "react";
import { useAsk } from "~/api/client";
import { BehindPlace } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { Button, EmptyState, Screen, Shown, Skeleton } from "~/ui";
import { useSmallWindow } from "~/ui/useSmallWindow";
import { words } from "~/words";
import { CellDrawer } from "./CellDrawer";
import { HeadlineStrip } from "./HeadlineStrip";
import { MapGrid } from "./MapGrid";
import { ALL_STAGES, MapTools, TakeAlong } from "./MapTools";
import { type Density, useCellPlace, useListPlace, useOpened } from "./place";
import { ComparedLine, Reading } from "./Reading";
import type { MapState } from "./types";
import "./MapScreen.css";

const said = words.map;

export default function MapScreen() {
  const { asParams, clear } = useSelection();
  const [opened] = useOpened();
  const ask = useAsk("/api/v1/map", { params: { query: { ...asParams, ...(opened.length ? { open: opened } : {}) } } });
  const nothing = (found: MapState) =>
    found.journeys === 0 && (
      <EmptyState
        title={said.empty.title}
        body={said.empty.body}
        action={<Button onPress={clear}>{words.selection.clear}</Button>}
      />
    );
  return (
    <Screen title={said.title} lead={said.lead} actions={<TakeAlong />} wide>
      {ask.data?.journeys !== 0 && <HeadlineStrip />}
      <Shown ask={ask} skeleton={<Skeleton height={640} />} empty={nothing}>
        {(found) => <WholeMap found={found} />}
      </Shown>
      <CellDrawer />
      <BehindPlace />
    </Screen>
  );
}

function WholeMap({ found }: { found: MapState }) {
  const [density, setDensity] = usePlace<Density>("density", "comfortable");
  const [lanes, setLanes] = useListPlace("lanes");
  const [folded, setFolded] = useListPlace("folded");
  const [opened, toggleStage] = useOpened();
  const stages = found.columns.filter((column) => column.kind === "stage");
  const [stage, setStage] = usePlace<string>("stage", busiest(found));
  const isSmall = useSmallWindow();
  const { open } = useCellPlace();
  const shownLanes = found.lanes.map((lane) => lane.kind).filter((kind) => lanes === null || lanes.includes(kind));
  const isOne = isSmall && stage !== ALL_STAGES && stages.some((each) => each.stage === stage);
  const wanted = found.columns
    .map((column, at) => (!isOne || column.stage === stage ? at : -1))
    .filter((at) => at >= 0);
  const fold = useCallback(
    (kind: string) => {
      const now = folded ?? [];
      setFolded(now.includes(kind) ? now.filter((each) => each !== kind) : [...now, kind]);
    },
    [folded, setFolded],
  );
  return (
    <div className="m-whole">
      <div className="m-above">
        <div className="m-about-all">
          <p className="m-holds">
            {said.holds(found.journeys, found.customers, found.interactions)}
            {found.first_at && found.last_at && ` · ${said.period(found.first_at, found.last_at)}`}
          </p>
          <ComparedLine compared={found.compared} />
        </div>
        <MapTools
          lanes={found.lanes}
          shownLanes={shownLanes}
          onLanes={(next) => setLanes(next.length === found.lanes.length ? null : next)}
          density={density}
          onDensity={setDensity}
          stages={isSmall ? stages : null}
          stage={stage}
          onStage={setStage}
        />
      </div>
      <MapGrid
        columns={wanted.flatMap((at) => found.columns[at] ?? [])}
        lanes={found.lanes
          .filter((lane) => shownLanes.includes(lane.kind))
          .map((lane) => ({ ...lane, cells: wanted.flatMap((at) => lane.cells[at] ?? []) }))}
        density={density}
        folded={folded ?? []}
        opened={opened}
        stageTitle={(name) => stages.find((each) => each.stage === name)?.title ?? name}
        onStage={toggleStage}
        onFold={fold}
        onCell={open}
      />
      <Reading notes={found.notes} />
    </div>
  );
}

/** The stage that most journeys reach: where a telephone begins. */
function busiest(found: MapState): string {
  const stages = found.columns.filter((column) => column.kind === "stage");
  return (
    stages.reduce((most, each) => (each.journeys > (most?.journeys ?? -1) ? each : most), stages[0])?.stage ??
    ALL_STAGES
  );
}
