/** What the reader can set about the map: one stage or all, which lanes, how dense; and taking it along. */
import { useSelection } from "~/selection";
import { IconButton, Menu, MultiSelect, Segments, Select } from "~/ui";
import { words } from "~/words";
import { fileAddress, MAP_FORMS } from "./files";
import type { Density } from "./place";
import type { MapColumn, MapLane } from "./types";

const said = words.map.tools;
export const ALL_STAGES = "all";

export interface MapToolsProps {
  lanes: readonly MapLane[];
  shownLanes: readonly string[];
  onLanes: (lanes: string[]) => void;
  density: Density;
  onDensity: (density: Density) => void;
  /** The stages to switch between, on a small window. */
  stages: readonly MapColumn[] | null;
  stage: string;
  onStage: (stage: string) => void;
}

export function MapTools(props: MapToolsProps) {
  const { lanes, shownLanes, onLanes, density, onDensity, stages, stage, onStage } = props;
  return (
    <div className="m-tools" role="group" aria-label={said.title}>
      {stages && <StageSwitch stages={stages} stage={stage} onStage={onStage} />}
      <MultiSelect
        label={said.lanes}
        options={lanes.map((lane) => ({ id: lane.kind, label: lane.title }))}
        value={shownLanes}
        onChange={onLanes}
      />
      <Segments
        label={said.density}
        options={[
          { id: "comfortable" as const, label: said.comfortable },
          { id: "compact" as const, label: said.compact },
        ]}
        value={density}
        onChange={onDensity}
      />
    </div>
  );
}

/** One stage at a time, with its neighbours a press away; or the whole grid. */
function StageSwitch({
  stages,
  stage,
  onStage,
}: {
  stages: readonly MapColumn[];
  stage: string;
  onStage: (stage: string) => void;
}) {
  const at = stages.findIndex((each) => each.stage === stage);
  const go = (to: number) => {
    const next = stages[to];
    if (next) onStage(next.stage);
  };
  return (
    <div className="m-stage-switch">
      <IconButton label={said.previous} icon="chevron-left" isDisabled={at <= 0} onPress={() => go(at - 1)} />
      <Select
        label={said.stage}
        options={[
          ...stages.map((each) => ({ id: each.stage, label: each.title })),
          { id: ALL_STAGES, label: said.allStages },
        ]}
        value={stage}
        onChange={onStage}
      />
      <IconButton
        label={said.next}
        icon="chevron-right"
        isDisabled={at < 0 || at >= stages.length - 1}
        onPress={() => go(at + 1)}
      />
    </div>
  );
}

/** The whole map of this selection as a file, or on paper. */
export function TakeAlong() {
  const { selection } = useSelection();
  return (
    <Menu
      label={said.take}
      icon="download"
      items={[
        ...MAP_FORMS.map((form) => ({
          id: form,
          label: said[form],
          onAction: () => download(fileAddress(selection, form), `journey-map.${form}`),
        })),
        {
          id: "print",
          label: said.print,
          icon: "print" as const,
          onAction: () => globalThis.print(),
          startsGroup: true,
        },
      ]}
    />
  );
}

function download(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
