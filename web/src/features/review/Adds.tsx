/** What each column adds to a pair's weight: bars that begin where the one before ended, up to the total. */
import { DivergingBars, type DivergingItem, Figure } from "~/charts";
import { Card } from "~/ui";
import { words } from "~/words";
import type { Both } from "./types";

const { adds: said, bits, column } = words.review;

export function Adds({ both }: { both: Both }) {
  const items = addsOf(both);
  let sum = 0;
  const rows = items.map((item) => {
    sum = item.isTotal ? item.value : sum + item.value;
    return [item.label, item.note ?? "", item.value, Math.round(sum * 1000) / 1000];
  });
  return (
    <Card>
      <Figure
        title={said.title}
        description={said.lead(both.start)}
        level={2}
        name={said.download}
        table={{ columns: [said.part, said.words, said.weight, said.sum], rows }}
      >
        <DivergingBars items={items} label={said.title} format={bits} adds />
      </Figure>
    </Card>
  );
}

/** The parts in the order in which they add up, and the total last. */
export function addsOf(both: Pick<Both, "start" | "evidence" | "pair">): DivergingItem[] {
  return [
    { id: "start", label: said.start, value: both.start, isRest: true },
    ...both.evidence.map((each) => ({
      id: `column ${each.column}`,
      label: column(each.column),
      note: each.words,
      value: each.weight,
    })),
    { id: "total", label: said.total, value: both.pair.weight, isTotal: true },
  ];
}
