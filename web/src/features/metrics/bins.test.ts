import { describe, expect, it } from "vitest";
import { binLabel } from "./bins";

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
