import { describe, expect, it } from "vitest";
import { secondOf, withSecond } from "./useSecondGroup";

describe("the second group in the address", () => {
  it("comes back as it was written, and leaves the first group alone", () => {
    const first = new URLSearchParams("outcome=resolved&from=2026-01-01&level=stage");
    const second = { from: "2026-02-01", issue: ["a&b", "c,d"], outcome: ["abandoned"] };
    const both = withSecond(first, second);
    expect(secondOf(both)).toEqual(second);
    expect(both.getAll("outcome")).toEqual(["resolved"]);
    expect(both.get("level")).toBe("stage");
  });

  it("is gone when it is cleared", () => {
    const both = withSecond(new URLSearchParams("outcome=resolved"), { source: ["desk"] });
    expect(withSecond(both, {}).toString()).toBe("outcome=resolved");
  });
});
