/** What follows what in each of two groups, one graph beside the other, drawn at the same coverage. */
import { useNavigate } from "react-router";
import { useAsk } from "~/api/client";
import { behindHref, useBehind } from "~/behind";
import { useSelection } from "~/selection";
import { Card, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { CoverageSlider } from "./CoverageSlider";
import { FlowFigure } from "./FlowFigure";
import { useColour, useCoverage } from "./FlowPanel";
import { useMaking } from "./useMaking";
import { useSecondGroup } from "./useSecondGroup";
import { nothing } from "./Variants";

const said = words.explorer.groups;

export function GroupFlows() {
  const { selection, asParams } = useSelection();
  const { second } = useSecondGroup();
  const { making } = useMaking();
  const { coverage, setCoverage } = useCoverage();
  const { colour } = useColour();
  const { through, open } = useBehind();
  const go = useNavigate();
  const one = useAsk("/api/v1/explorer/flow", { params: { query: { ...asParams, ...making, coverage } } });
  const other = useAsk("/api/v1/explorer/flow", { params: { query: { ...second, ...making, coverage } } });
  const groups = [
    { id: "a", name: said.first, ask: one, selection, picked: through, onPick: open },
    {
      id: "b",
      name: said.second,
      ask: other,
      selection: second,
      picked: null,
      // The drawer stands under the first group's selection; the second group's journeys have a screen of their own.
      onPick: (word: string) => void go(behindHref(word, second)),
    },
  ];
  return (
    <Card title={said.flows} actions={<CoverageSlider value={coverage} onChange={setCoverage} />}>
      <div className="explorer-flows">
        {groups.map(({ id, name, ask, picked, onPick }) => (
          <Shown key={id} ask={ask} skeleton={<Skeleton height={460} />} empty={nothing}>
            {(flow) => (
              <FlowFigure
                flow={flow}
                title={said.flowOf(name)}
                name={`flow-${id}`}
                colour={colour}
                picked={picked}
                onPick={onPick}
                height={420}
              />
            )}
          </Shown>
        ))}
      </div>
    </Card>
  );
}
