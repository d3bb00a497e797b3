/** Where it hurts: what each detector found on the journeys looked at, the heaviest first, and one of them closely. */
import { useAsk } from "~/api/client";
import { BehindLink, BehindPlace } from "~/behind";
import { useSelection, useSorting } from "~/selection";
import { Card, EmptyState, LinkButton, MetricNumber, Screen, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { isOlder, type PainPoints, unlooked } from "./lines";
import { PointDrawer } from "./PointDrawer";
import { PointTable } from "./PointTable";
import { usePanel } from "./usePanel";
import "./pain_points.css";

const said = words.painPoints;

export default function PainPointsScreen() {
  const { asParams } = useSelection();
  const panel = usePanel();
  const ask = useAsk("/api/v1/pain-points", { params: { query: asParams } });
  return (
    <Screen title={said.title} lead={said.lead} wide>
      <Shown ask={ask} skeleton={<Skeleton height={640} />} empty={emptiness}>
        {(points) => (
          <div className="points">
            <Hurt points={points} />
            <Ranked points={points} picked={panel.open} onPick={panel.show} />
          </div>
        )}
      </Shown>
      <PointDrawer panel={panel} />
      <BehindPlace />
    </Screen>
  );
}

/** On how many journeys anything went wrong, and what couldn't be looked for. */
function Hurt({ points }: { points: PainPoints }) {
  const { hurt, hurt_journeys, lines } = points;
  const missing = unlooked(lines);
  return (
    <div className="points-top">
      <div className="points-hurt">
        <span className="points-hurt-name">
          <BehindLink through={hurt_journeys > 0 ? points.through : null}>
            {hurt.value === null ? said.hurtNone : said.hurt(hurt_journeys, hurt.n)}
          </BehindLink>
        </span>
        <MetricNumber metric={hurt} size="large" />
      </div>
      {missing > 0 && (
        <div className="points-unread" role="note">
          <strong>{said.unread.title(missing)}</strong>
          <p>{said.unread.body}</p>
        </div>
      )}
    </div>
  );
}

interface RankedProps {
  points: PainPoints;
  picked: string;
  onPick: (detector: string) => void;
}

function Ranked({ points, picked, onPick }: RankedProps) {
  const [sort, setSort] = useSorting("-weight");
  const { now, before } = points;
  const periods =
    now && before ? said.periods([now.first, now.last], [before.first, before.last], points.followed_days) : null;
  return (
    <Card
      title={said.table.title}
      lead={said.table.lead}
      footer={<p className="points-foot">{periods ?? said.noPeriod}</p>}
    >
      <PointTable points={points} sort={sort} onSort={setSort} picked={picked} onPick={onPick} />
    </Card>
  );
}

function emptiness(points: PainPoints) {
  if (points.hurt.n === 0) return <EmptyState icon="empty" title={said.noJourneys.title} body={said.noJourneys.body} />;
  if (!isOlder(points.lines)) return null;
  const action = <LinkButton to="/data/jobs">{said.older.action}</LinkButton>;
  return <EmptyState icon="warning" title={said.older.title} body={said.older.body} action={action} />;
}
