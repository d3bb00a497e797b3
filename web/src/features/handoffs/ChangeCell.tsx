/** Whether a handoff becomes more or less frequent: per 100 journeys, against the period before. */
import type { components } from "~/api/client";
import { Icon } from "~/ui";
import { words } from "~/words";
import { percent } from "~/words/format";

type HandoffChange = components["schemas"]["HandoffChangeState"];
const said = words.handoffs.table;

/** The change as part of the frequency before; null where there is none to hold against. */
export function changeOf(change: HandoffChange | null): number | null {
  const now = change?.now.per_journey ?? null;
  const before = change?.before.per_journey ?? null;
  return now === null || before === null || before === 0 ? null : now / before - 1;
}

/** More frequent is neither good nor bad by itself, so no colour; what chance alone could bring is pale. */
export function ChangeCell({ change }: { change: HandoffChange }) {
  const by = changeOf(change);
  const counts = said.counts(change.now.handoffs, change.before.handoffs);
  if (by === null) {
    const isNew = change.now.handoffs > 0 && change.before.journeys > 0;
    return (
      <span className="handoffs-change handoffs-change-unsure" title={counts}>
        {isNew ? said.noneBefore : words.charts.empty}
      </span>
    );
  }
  const unsure = change.within_chance !== false;
  const written = Math.round(by * 100);
  return (
    <span
      className={unsure ? "handoffs-change handoffs-change-unsure" : "handoffs-change"}
      title={`${counts}${unsure ? `; ${said.withinChance}` : ""}`}
    >
      <Icon name={written > 0 ? "arrow-up" : written < 0 ? "arrow-down" : "minus"} size={12} />
      {percent(Math.abs(by), 0)}
      {unsure && <span className="c-hidden">{said.withinChance}</span>}
    </span>
  );
}
