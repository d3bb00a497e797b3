/** One pain point looked at closely: its question and rule, what to decide, where it shows, and every finding. */
import { useAsk } from "~/api/client";
import { behindHref, useBehind } from "~/behind";
import { useSelection } from "~/selection";
import { Button, Drawer, LinkButton, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Channels } from "./Channels";
import { Findings } from "./Findings";
import type { Detail } from "./lines";
import { PointFacts } from "./PointFacts";
import type { Panel } from "./usePanel";

const said = words.painPoints.detail;

export function PointDrawer({ panel }: { panel: Panel }) {
  return panel.open === "" ? null : <Open key={panel.open} panel={panel} />;
}

function Open({ panel }: { panel: Panel }) {
  const { asParams } = useSelection();
  const params = { path: { detector: panel.open }, query: asParams };
  const ask = useAsk("/api/v1/pain-points/{detector}", { params });
  return (
    <Drawer title={ask.data?.line.detector.title ?? said.loading} isOpen onClose={panel.close} width="wide">
      <Shown ask={ask} skeleton={<Skeleton height={480} />}>
        {(detail) => <Closely detail={detail} panel={panel} />}
      </Shown>
    </Drawer>
  );
}

function Closely({ detail, panel }: { detail: Detail; panel: Panel }) {
  const { selection } = useSelection();
  const { open } = useBehind();
  const { line } = detail;
  return (
    <div className="point">
      <p className="point-question">{line.detector.question}</p>
      {line.found ? (
        <div className="point-open">
          <Button kind="primary" icon="journeys" onPress={() => open(line.through)}>
            {said.open(line.found, line.journeys ?? 0)}
          </Button>
          <LinkButton to={behindHref(line.through, selection)} kind="quiet">
            {said.asList}
          </LinkButton>
        </div>
      ) : null}
      <PointFacts line={line} />
      {line.found ? (
        <>
          <Channels detail={detail} on={panel.on} onPick={panel.showOn} />
          <Findings line={line} panel={panel} channels={detail.channels} />
        </>
      ) : null}
    </div>
  );
}
