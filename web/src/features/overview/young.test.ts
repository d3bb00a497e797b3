import { describe, expect, it } from "vitest";
import { youngAtEnd } from "./young";

const points = (marks: string) => [...marks].map((mark) => ({ young: mark === "y" }));

describe("points that will still move", () => {
  it("are counted from the end back to the last ripe one", () => {
    expect(youngAtEnd(points("----yy"))).toBe(2);
    expect(youngAtEnd(points("-y--"))).toBe(0);
    expect(youngAtEnd(points("-y-y"))).toBe(1);
    expect(youngAtEnd(points("yyy"))).toBe(3);
    expect(youngAtEnd([])).toBe(0);
  });
});
