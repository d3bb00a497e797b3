/** The paths of journeys, looked at in five ways: as a list, as a graph, by stages, around a moment, in two groups. */
import { BehindPlace } from "~/behind";
import { usePlace } from "~/selection";
import { Screen, Tabs } from "~/ui";
import { words } from "~/words";
import { Around } from "./Around";
import { FlowPanel } from "./FlowPanel";
import { Groups } from "./Groups";
import { Stages } from "./Stages";
import { known } from "./useMaking";
import { Variants } from "./Variants";
import "./explorer.css";

const said = words.explorer;
const VIEWS = ["variants", "flow", "stages", "alignment", "groups"] as const;
type Way = (typeof VIEWS)[number];
const PANELS: Record<Way, () => React.ReactNode> = {
  variants: Variants,
  flow: FlowPanel,
  stages: Stages,
  alignment: Around,
  groups: Groups,
};

export default function ExplorerScreen() {
  const [written, setView] = usePlace<Way>("view", "variants");
  return (
    <Screen title={said.title} lead={said.lead} wide>
      <Tabs
        label={said.tabs.label}
        value={known(VIEWS, written)}
        onChange={(view) => setView(view, "push")}
        tabs={VIEWS.map((id) => {
          const Panel = PANELS[id];
          return { id, label: said.tabs[id], content: <Panel /> };
        })}
      />
      <BehindPlace />
    </Screen>
  );
}
