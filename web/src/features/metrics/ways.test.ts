import { describe, expect, it } from "vitest";
import { type BoundariesState, cutsOf, dependence } from "./ways";

const metric = (value: number | null, unit: "count" | "ratio" = "count"): BoundariesState["value"] => ({
  name: "contacts_per_journey",
  title: "Contacts per journey",
  value,
  unit,
  low: null,
  high: null,
  n: 60,
  state: value === null ? "withheld" : "ok",
  reason: "",
  better: "lower",
  immature: 0,
});

function state(stands: number | null, finer: number | null, coarser: number | null, unit?: "ratio"): BoundariesState {
  const known = [stands, finer, coarser].filter((value) => value !== null);
  return {
    state: "made",
    value: metric(stands, unit),
    others: [
      { boundaries: "finer", meaning: "", metric: metric(finer, unit) },
      { boundaries: "coarser", meaning: "", metric: metric(coarser, unit) },
    ],
    low: known.length > 0 ? Math.min(...known) : null,
    high: known.length > 0 ? Math.max(...known) : null,
  };
}

describe("how far a number depends on where journeys were cut", () => {
  it("is the value and the range of all", () => {
    expect(dependence(state(2.18, 2.02, 2.41))).toBe("2.18, and 2.02 to 2.41 under other plausible boundaries.");
    expect(dependence(state(0.5, 0.4, 0.45, "ratio"))).toContain("50%, and 40% to 50%");
  });

  it("is the same where no digit that is shown differs", () => {
    expect(dependence(state(2.181, 2.179, 2.18))).toBe(
      "2.18 under each: the number doesn't depend on where journeys were cut.",
    );
  });

  it("never hides a cut without a value", () => {
    expect(dependence(state(2.18, null, 2.41))).toBe(
      "2.18, and 2.18 to 2.41 under other plausible boundaries. One of the cuts gives no value: its line says why.",
    );
    expect(dependence(state(2.18, null, 2.18))).not.toContain("under each");
    expect(dependence(state(2.18, null, null))).toContain("no value to compare it with");
    expect(dependence(state(null, 2.02, 2.41))).toBe(
      "No value as it stands; 2.02 to 2.41 under other plausible boundaries.",
    );
    expect(dependence(state(null, null, 2.41))).toBe("No value as it stands; 2.41 under other plausible boundaries.");
    expect(dependence(state(null, null, null))).toContain("No way to cut gives a value");
  });
});

it("shows the value as it stands first", () => {
  expect(cutsOf(state(2.18, 2.02, 2.41)).map(({ way, metric }) => [way, metric.value])).toEqual([
    ["stands", 2.18],
    ["finer", 2.02],
    ["coarser", 2.41],
  ]);
});
