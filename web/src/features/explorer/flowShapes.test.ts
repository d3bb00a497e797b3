import { describe, expect, it } from "vitest";
import { coverageOf, steps } from "./flowShapes";

describe("the shade of moves", () => {
  it("runs from 1 to 7 and leaves what isn't known at 0", () => {
    expect(steps([null, 1, 100, 10_000])).toEqual([0, 1, 4, 7]);
  });

  it("is the strongest where all are alike", () => {
    expect(steps([60, 60])).toEqual([7, 7]);
    expect(steps([null])).toEqual([0]);
  });
});

describe("the coverage in the address", () => {
  it("is held between 0 and 100, and falls back where it is no number", () => {
    expect(["83", "200", "-5", "much"].map(coverageOf)).toEqual([83, 100, 0, 80]);
  });
});
