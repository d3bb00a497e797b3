/** A million rows in one scroll bar: every row is reachable, none is skipped by small moves. */
import { describe, expect, test } from "vitest";
import {
  type Extent,
  fullHeight,
  offsetAfter,
  offsetAt,
  offsetToShow,
  rowsAt,
  scrolledHeight,
  scrollTopAt,
  TALLEST,
} from "./scrollScale";

const million: Extent = { total: 1_000_000, rowHeight: 40, windowHeight: 500 };
const few: Extent = { total: 100, rowHeight: 40, windowHeight: 500 };

describe("a list of a million rows", () => {
  test("stays far below the height at which browsers stop", () => {
    expect(fullHeight(million)).toBe(40_000_000);
    expect(scrolledHeight(million)).toBe(TALLEST);
  });
  test("shows the first row at the top and the last at the bottom", () => {
    expect(rowsAt(offsetAt(0, million), million, 0).first).toBe(0);
    expect(rowsAt(offsetAt(TALLEST - 500, million), million, 0).end).toBe(1_000_000);
  });
  test("scrolling by the wheel passes every row", () => {
    let at = { offset: 20_000_000, scrollTop: scrollTopAt(20_000_000, million) };
    let reached = rowsAt(at.offset, million, 0).end;
    for (let turn = 0; turn < 200; turn++) {
      const scrollTop = at.scrollTop + 100;
      at = { offset: offsetAfter(at, scrollTop, million), scrollTop };
      const { first, end } = rowsAt(at.offset, million, 0);
      expect(first).toBeLessThanOrEqual(reached);
      reached = end;
    }
    expect(at.offset).toBe(20_020_000);
  });
  test("dragging the bar jumps by proportion", () => {
    expect(offsetAfter({ offset: 0, scrollTop: 0 }, (TALLEST - 500) / 2, million)).toBeCloseTo(
      (40_000_000 - 500) / 2,
      -1,
    );
  });
  test("both ends are reached whatever was scrolled before", () => {
    const lagging = { offset: 39_000_000, scrollTop: TALLEST - 700 };
    expect(offsetAfter(lagging, TALLEST - 500, million)).toBe(40_000_000 - 500);
    expect(offsetAfter({ offset: 900, scrollTop: 10 }, 0, million)).toBe(0);
  });
  test("position and offset are each other's inverse", () => {
    for (const offset of [0, 1, 12_345_678, 39_999_500])
      expect(offsetAt(scrollTopAt(offset, million), million)).toBeCloseTo(offset, 0);
  });
});

describe("a short list", () => {
  test("is stacked as it is", () => {
    expect(scrolledHeight(few)).toBe(4_000);
    expect(offsetAt(1_200, few)).toBe(1_200);
    expect(offsetAfter({ offset: 0, scrollTop: 0 }, 80, few)).toBe(80);
  });
  test("that fits its window doesn't scroll", () => {
    expect(offsetAt(50, { total: 3, rowHeight: 40, windowHeight: 500 })).toBe(0);
  });
});

test("a row comes into sight with the least movement", () => {
  expect(offsetToShow(0, 400, few)).toBe(0);
  expect(offsetToShow(12, 0, few)).toBe(20); // row 12 ends at 520, the window at 500
  expect(offsetToShow(5, 100, few)).toBe(100);
});
