/** The keys of a grid lead where the pattern for grids says (WAI-ARIA authoring practices). */
import { describe, expect, it } from "vitest";
import { moved } from "./gridKeys";

const at = { row: 2, column: 3 };

describe("keys in the map", () => {
  it("lead one cell on, and no further than the edge", () => {
    expect(moved("ArrowUp", false, at, 9, 6)).toEqual({ row: 1, column: 3 });
    expect(moved("ArrowRight", false, at, 9, 6)).toEqual({ row: 2, column: 4 });
    expect(moved("ArrowRight", false, { row: 2, column: 5 }, 9, 6)).toEqual({ row: 2, column: 5 });
    expect(moved("ArrowUp", false, { row: 0, column: 0 }, 9, 6)).toEqual({ row: 0, column: 0 });
  });

  it("lead to the ends of the row, and with Ctrl to those of the grid", () => {
    expect(moved("Home", false, at, 9, 6)).toEqual({ row: 2, column: 0 });
    expect(moved("End", false, at, 9, 6)).toEqual({ row: 2, column: 5 });
    expect(moved("Home", true, at, 9, 6)).toEqual({ row: 0, column: 0 });
    expect(moved("End", true, at, 9, 6)).toEqual({ row: 8, column: 5 });
  });

  it("page by some rows, and leave other keys alone", () => {
    expect(moved("PageDown", false, at, 9, 6)).toEqual({ row: 5, column: 3 });
    expect(moved("PageUp", false, at, 9, 6)).toEqual({ row: 0, column: 3 });
    expect(moved("Tab", false, at, 9, 6)).toBeNull();
    expect(moved("a", true, at, 9, 6)).toBeNull();
  });
});
