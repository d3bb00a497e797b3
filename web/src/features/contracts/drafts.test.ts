import { describe, expect, test } from "vitest";
import { asksAnything, asLimit, EMPTY, EXAMPLE, edited, inSeconds, undoing } from "./drafts";
import type { Contract } from "./types";

const soon: Contract = { ...EMPTY, name: "Soon", within_seconds: 60 };
const told: Contract = { ...EMPTY, name: "Told", told: true };

describe("a change of the contracts", () => {
  test("keeps the others and their order", () => {
    const later = { ...soon, within_seconds: 90 };
    expect(edited([soon, told], { kind: "replace", name: "Soon", contract: later })).toEqual([later, told]);
    expect(edited([soon, told], { kind: "remove", name: "Soon" })).toEqual([told]);
    expect(edited([soon], { kind: "add", contract: told })).toEqual([soon, told]);
  });
  test("is added where somebody removed meanwhile what it replaces", () => {
    expect(edited([told], { kind: "replace", name: "Soon", contract: soon })).toEqual([told, soon]);
  });
  test("can be taken back, so that the list is the one before", () => {
    const list = [soon, told];
    for (const edit of [
      { kind: "remove", name: "Soon" },
      { kind: "replace", name: "Soon", contract: { ...soon, name: "Sooner" } },
      { kind: "add", contract: { ...told, name: "New" } },
    ] as const) {
      const back = undoing(list, edit);
      expect(back && edited(edited(list, edit), back)).toEqual(list);
    }
  });
});

describe("a time limit", () => {
  test("is said in the largest unit that it fills", () => {
    expect([45, 1800, 5400, 7200, 172_800].map(asLimit)).toEqual([
      { amount: 45, unit: "s" },
      { amount: 30, unit: "min" },
      { amount: 90, unit: "min" },
      { amount: 2, unit: "h" },
      { amount: 2, unit: "d" },
    ]);
  });
  test("is whole seconds, at least one", () => {
    expect([inSeconds(1.5, "h"), inSeconds(0, "min")]).toEqual([5400, 1]);
  });
});

test("a contract without terms asks nothing, the example does", () => {
  expect([asksAnything(EMPTY), asksAnything(EXAMPLE)]).toEqual([false, true]);
});
