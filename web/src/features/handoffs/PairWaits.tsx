/** How the waits of one handoff spread; the bars sum to all of its handoffs, those never answered included. */
import { type BarItem, Bars, Figure } from "~/charts";
import { words } from "~/words";
import type { PairAnswer } from "./PairFacts";

const said = words.handoffs.detail;

export function PairWaits({ pair, onOpen }: { pair: PairAnswer; onOpen: (through: string) => void }) {
  const items = pair.waits.map(
    (bin): BarItem => ({
      id: bin.through,
      opens: bin.n > 0,
      label: bin.low_seconds === null ? said.waits.never : said.waits.from(bin.low_seconds, bin.high_seconds),
      value: bin.n,
      share: pair.total.n > 0 ? bin.n / pair.total.n : null,
      isRest: bin.low_seconds === null,
    }),
  );
  return (
    <Figure
      title={said.waits.title}
      description={said.waits.description(pair.total.n)}
      name="handoff-waits"
      table={{
        columns: [said.waits.column, said.n, said.share],
        units: [null, null, "ratio"],
        rows: items.map(({ label, value, share }) => [label, value, share ?? null]),
      }}
    >
      <Bars label={said.waits.title} items={items} onPick={({ id }) => onOpen(id)} />
    </Figure>
  );
}
