/** The ways to cut journeys, the value under each, and what they say together. */
import type { components } from "~/api/client";
import { words } from "~/words";
import { metricValue } from "~/words/format";

export type BoundariesState = components["schemas"]["BoundariesState"];
export type Way = "stands" | BoundariesState["others"][number]["boundaries"];
export interface Cut {
  way: Way;
  metric: BoundariesState["value"];
}

const said = words.metrics.boundaries;

/** As it stands, then the others. */
export const cutsOf = ({ value, others }: BoundariesState): Cut[] => [
  { way: "stands", metric: value },
  ...others.map(({ boundaries, metric }): Cut => ({ way: boundaries, metric })),
];

/** How far the number depends on where journeys were cut, in a sentence or two; what is written alike is the same. */
export function dependence(state: BoundariesState): string {
  const { value, others, low, high } = state;
  const written = (amount: number | null) => metricValue({ value: amount, unit: value.unit });
  if (low === null || high === null) return said.none;
  const known = others.filter(({ metric }) => metric.value !== null);
  if (value.value === null) return said.withoutStanding(written(low), written(high));
  if (known.length === 0) return said.alone(written(value.value));
  const isSame = written(low) === written(high);
  if (isSame && known.length === others.length) return said.same(written(value.value));
  const range = said.range(written(value.value), written(low), written(high));
  return known.length === others.length ? range : `${range} ${said.partly}`;
}
