/** Between which stages one handoff happens; the bars sum to all of its handoffs. */
import { type BarItem, Bars, Figure } from "~/charts";
import { words } from "~/words";
import type { PairAnswer } from "./PairFacts";

const said = words.handoffs.detail;
const OTHER = "other";

export function PairStages({ pair, onOpen }: { pair: PairAnswer; onOpen: (through: string) => void }) {
  const items = pair.stages.map(
    (stages): BarItem => ({
      id: stages.through ?? OTHER,
      opens: stages.through !== null,
      label: stages.is_other ? said.stages.other : said.stages.pair(stages.before, stages.after),
      value: stages.n,
      share: pair.total.n > 0 ? stages.n / pair.total.n : null,
      isRest: stages.is_other,
    }),
  );
  return (
    <Figure
      title={said.stages.title}
      description={said.stages.description}
      name="handoff-stages"
      table={{
        columns: [said.stages.column, said.n, said.share],
        units: [null, null, "ratio"],
        rows: items.map(({ label, value, share }) => [label, value, share ?? null]),
      }}
    >
      <Bars label={said.stages.title} items={items} onPick={({ id }) => onOpen(id)} />
    </Figure>
  );
}
