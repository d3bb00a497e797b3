import { describe, expect, test } from "vitest";
import { type Change, isOlder, type Line, moved, unlooked } from "./lines";
import { wholeNumber } from "./usePanel";

const line = (found: number | null, needs_texts: boolean) => ({ found, detector: { needs_texts } }) as unknown as Line;
const change = (value: number | null, verdict: string) => ({ difference: { value, verdict } }) as unknown as Change;

describe("what wasn't looked for", () => {
  test("is counted, and isn't the same as none found", () => {
    expect(unlooked([line(null, true), line(0, false), line(3, true)])).toBe(1);
  });
  test("means an older Clew only where even the order of steps wasn't looked at", () => {
    expect(isOlder([line(null, true), line(0, false)])).toBe(false);
    expect(isOlder([line(null, true), line(null, false)])).toBe(true);
  });
});

describe("a change", () => {
  test("that chance can bring, or whose interval isn't known, is unsure", () => {
    expect(moved(change(0.02, "up"))).toEqual({ by: 0.02, unsure: false });
    expect(moved(change(0.02, "within_chance"))).toEqual({ by: 0.02, unsure: true });
    expect(moved(change(0.02, "unknown"))).toEqual({ by: 0.02, unsure: true });
  });
  test("without a value is none", () => {
    expect(moved(change(null, "unknown"))).toBeNull();
    expect(moved(null)).toBeNull();
  });
});

test("what stands in the address may be anything", () => {
  expect([null, "", "-1", "1.5", "x", "20", "99999999999"].map(wholeNumber)).toEqual([0, 0, 0, 0, 0, 20, 0]);
});
