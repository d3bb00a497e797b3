/** The flow graph: what follows what on the most travelled paths, with all other journeys in a node of their own. */
import { useCallback } from "react";
import { useAsk } from "~/api/client";
import { useBehind } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { Card, Segments, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Control } from "./Control";
import { CoverageSlider } from "./CoverageSlider";
import { FlowFigure } from "./FlowFigure";
import { FlowLists } from "./FlowLists";
import { COLOURS, type Colour, coverageOf, sums } from "./flowShapes";
import { PathControls } from "./PathControls";
import { known, useMaking } from "./useMaking";
import { nothing } from "./Variants";

const said = words.explorer.flow;

export function FlowPanel() {
  const { asParams } = useSelection();
  const { making } = useMaking();
  const { through, open } = useBehind();
  const { coverage, setCoverage } = useCoverage();
  const { colour, setColour } = useColour();
  const ask = useAsk("/api/v1/explorer/flow", { params: { query: { ...asParams, ...making, coverage } } });
  return (
    <div className="explorer-panel">
      <div className="explorer-toolbar">
        <PathControls />
      </div>
      <div className="explorer-toolbar">
        <CoverageSlider value={coverage} onChange={setCoverage} />
        <Control label={said.colour.label}>
          <Segments
            label={said.colour.label}
            options={COLOURS.map((id) => ({ id, label: said.colour[id] }))}
            value={colour}
            onChange={setColour}
          />
        </Control>
      </div>
      <Shown ask={ask} skeleton={<Skeleton height={680} />} empty={nothing}>
        {(flow) => (
          <>
            <Card footer={<span>{`${sums(flow)} ${said.legend[colour]}.`}</span>}>
              <FlowFigure flow={flow} title={said.title} name="flow" colour={colour} picked={through} onPick={open} />
            </Card>
            <Card title={said.lists} lead={said.listsLead}>
              <FlowLists flow={flow} picked={through} onPick={open} />
            </Card>
          </>
        )}
      </Shown>
    </div>
  );
}

export function useCoverage() {
  const [written, write] = usePlace<string>("coverage", "80");
  const setCoverage = useCallback((value: number) => write(String(value)), [write]);
  return { coverage: coverageOf(written), setCoverage };
}

export function useColour() {
  const [written, setColour] = usePlace<Colour>("colour", "n");
  return { colour: known(COLOURS, written), setColour };
}
