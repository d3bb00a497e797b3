import { describe, expect, it } from "vitest";
import { asVersusParams, daysBefore, ownOf, versusOf } from "./versus";

describe("the second selection", () => {
  it("is as many days before, ending the day before, across months and clock changes", () => {
    expect(daysBefore({ from: "2026-03-20", to: "2026-04-02" })).toEqual({ from: "2026-03-06", to: "2026-03-19" });
    expect(daysBefore({ from: "2026-03-01", to: "2026-03-01" })).toEqual({ from: "2026-02-28", to: "2026-02-28" });
  });

  it("can't be the period before when the period is open or turned round", () => {
    expect(daysBefore({ from: "2026-03-01" })).toBeNull();
    expect(daysBefore({ to: "2026-03-01" })).toBeNull();
    expect(daysBefore({ from: "2026-03-02", to: "2026-03-01" })).toBeNull();
  });

  it("keeps the filters for the period before, and drops them for the same period without", () => {
    const now = { from: "2026-03-11", to: "2026-03-20", channel: ["email"] };
    expect(versusOf("before", now, {})).toEqual({ from: "2026-03-01", to: "2026-03-10", channel: ["email"] });
    expect(versusOf("unfiltered", now, {})).toEqual({ from: "2026-03-11", to: "2026-03-20" });
    expect(versusOf("all", now, {})).toEqual({});
    expect(versusOf("own", now, { issue: ["billing"] })).toEqual({ issue: ["billing"] });
    expect(versusOf("none", now, {})).toBeNull();
  });

  it("is read from the address's vs_ parameters and asked under the same names", () => {
    const own = ownOf(
      new URLSearchParams("channel=chat&vs_channel=email&vs_channel=phone&vs_from=2026-03-01&vs_to=bad"),
    );
    expect(own).toEqual({ from: "2026-03-01", channel: ["email", "phone"] });
    expect(asVersusParams(own)).toEqual({ vs_from: "2026-03-01", vs_channel: ["email", "phone"] });
    expect(asVersusParams({ to: undefined, issue: [] })).toEqual({});
  });
});
