/** Whether a pain point hits more or fewer journeys than in the period before, and whether that can be chance. */
import { Icon } from "~/ui";
import { words } from "~/words";
import { changeDirection, metricChange } from "~/words/format";
import { type Change, moved } from "./lines";

const said = words.painPoints.table;
const ARROWS = { up: "arrow-up", down: "arrow-down", same: "minus" } as const;

/** More of it is worse, but only where chance alone would hardly bring it. */
export function ChangeCell({ change }: { change: Change | null }) {
  const found = moved(change);
  if (!change || !found) {
    return (
      <span className="points-change points-change-unsure" title={change ? said.noChange : undefined}>
        {words.charts.empty}
      </span>
    );
  }
  const direction = changeDirection({ value: found.by, unit: "ratio" });
  const counts = said.changeCounts(change.now.value, change.before.value, change.now.n, change.before.n);
  const look = found.unsure ? "points-change-unsure" : found.by > 0 ? "points-change-worse" : "points-change-better";
  return (
    <span className={`points-change ${look}`} title={found.unsure ? `${counts}; ${said.withinChance}` : counts}>
      <Icon name={ARROWS[direction]} size={12} />
      {metricChange({ value: found.by, unit: "ratio" })}
      {found.unsure && <span className="c-hidden">{said.withinChance}</span>}
    </span>
  );
}
