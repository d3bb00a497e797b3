import { describe, expect, it } from "vitest";
import { pace } from "./pace";

describe("pace", () => {
  it("says nothing before it has seen enough", () => {
    expect(pace([], 100, 20)).toEqual({ perSecond: null, secondsLeft: null });
    expect(pace([{ at: 0, done: 10 }], 100, 20).perSecond).toBeNull();
    const early = [
      { at: 0, done: 0 },
      { at: 1, done: 50 },
    ];
    expect(pace(early, 100, 20).perSecond).toBeNull();
  });

  it("is the rows of the last seconds, and tells the rest from it", () => {
    const points = [
      { at: 0, done: 0 },
      { at: 2, done: 200 },
    ];
    expect(pace(points, 1_000, 20)).toEqual({ perSecond: 100, secondsLeft: 8 });
  });

  it("forgets what was long ago", () => {
    const points = [
      { at: 0, done: 0 },
      { at: 100, done: 10 },
      { at: 110, done: 1_010 },
    ];
    expect(pace(points, 2_010, 20)).toEqual({ perSecond: 100, secondsLeft: 10 });
  });

  it("promises no end where the whole isn't known", () => {
    const points = [
      { at: 0, done: 0 },
      { at: 2, done: 200 },
    ];
    expect(pace(points, 0, 20).secondsLeft).toBeNull();
  });
});
