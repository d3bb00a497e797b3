import { describe, expect, test } from "vitest";
import { amountWords } from "./amounts";

describe("an amount in words", () => {
  test("is a duration where its unit is one", () => {
    expect(amountWords(450, "seconds")).toBe("7 min 30 s");
    expect(amountWords(0.1, "days late when it shows")).toBe("2 h 24 min late when it shows");
    expect(amountWords(2, "days")).toBe("2 days");
  });
  test("loses the plural for one", () => {
    expect(amountWords(1, "facts asked for again")).toBe("1 fact asked for again");
    expect(amountWords(1, "returns")).toBe("1 return");
    expect(amountWords(3, "handovers")).toBe("3 handovers");
    expect(amountWords(0, "pages and searches")).toBe("0 pages and searches");
  });
  test("is a bare number without a unit", () => {
    expect(amountWords(2.25, null)).toBe("2.3");
  });
});
