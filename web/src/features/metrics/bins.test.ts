import { describe, expect, it } from "vitest";
import { areParts, binLabel } from "./bins";

describe("a bar's name", () => {
  it("tells times from and to, the first by its end, the last by its beginning", () => {
    expect(binLabel({ low: 0, high: 60 }, "seconds")).toBe("under 1 min");
    expect(binLabel({ low: 300, high: 900 }, "seconds")).toBe("5 min – 15 min");
    expect(binLabel({ low: 2_419_200, high: null }, "seconds")).toBe("28 d or longer");
  });

  it("tells counts one by one, and yes or no where a metric holds or doesn't", () => {
    expect(binLabel({ low: 3, high: 4 }, "count")).toBe("3");
    expect(binLabel({ low: 11, high: null }, "count")).toBe("11 or more");
    expect(binLabel({ low: 0, high: 1 }, "ratio")).toBe("No");
    expect(binLabel({ low: 1, high: null }, "ratio")).toBe("Yes");
  });
});

it("says how much of a journey's handoffs a share held for, where journeys can have it in part", () => {
  const bins = [
    { low: 0, high: 1e-9 },
    { low: 1e-9, high: 0.5 },
    { low: 0.5, high: 1 },
    { low: 1, high: null },
  ];
  expect(areParts(bins)).toBe(true);
  expect(
    areParts([
      { low: 0, high: 1 },
      { low: 1, high: null },
    ]),
  ).toBe(false);
  expect(bins.map((bin) => binLabel(bin, "ratio", true))).toEqual([
    "Never",
    "Less than half",
    "Half or more, not all",
    "Always",
  ]);
});
