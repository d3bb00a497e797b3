import { describe, expect, it } from "vitest";
import { type DivergingItem, scaleOf, spansOf } from "./spans";

const items: DivergingItem[] = [
  { id: "start", label: "start", value: -6 },
  { id: "name", label: "name", value: 9 },
  { id: "street", label: "street", value: -1 },
  { id: "total", label: "total", value: 2, isTotal: true },
];

describe("diverging bars", () => {
  it("begin where the one before ended, so that the last part ends at the total", () => {
    const spans = spansOf(items, true);
    expect(spans).toEqual([
      { from: 0, to: -6 },
      { from: -6, to: 3 },
      { from: 3, to: 2 },
      { from: 0, to: 2 },
    ]);
    expect(spans[2]?.to).toBe(spans[3]?.to);
  });

  it("begin at nought where nothing adds up", () => {
    expect(spansOf(items, false).map(({ from }) => from)).toEqual([0, 0, 0, 0]);
  });

  it("have a scale that holds nought and every bar, also of nothing", () => {
    expect(scaleOf(spansOf(items, true))).toEqual({ low: -6, high: 3 });
    expect(scaleOf([{ from: 0, to: 4 }])).toEqual({ low: 0, high: 4 });
    expect(scaleOf([])).toEqual({ low: -1, high: 1 });
  });
});
