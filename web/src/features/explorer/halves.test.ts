import { expect, it } from "vitest";
import { halves } from "./halves";

it("cuts a period in two that touch and don't overlap", () => {
  expect(halves({ from: "2026-03-01", to: "2026-03-05" })).toEqual([
    { from: "2026-03-01", to: "2026-03-02" },
    { from: "2026-03-03", to: "2026-03-05" },
  ]);
});

it("has no halves of a day, or of a period with an open end", () => {
  expect(halves({ from: "2026-03-01", to: "2026-03-01" })).toBeNull();
  expect(halves({ from: "2026-03-01" })).toBeNull();
});
