import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement";
import { meaningOf } from "./answering";

const pressed = (key: string, target: EventTarget | null = document.body, more: Partial<KeyboardEvent> = {}) =>
  meaningOf({ key, target, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("the keys of the review queue", () => {
  it("answer and go on", () => {
    expect(["1", "2", "3", "n", "P"].map((key) => pressed(key))).toEqual([
      "same",
      "different",
      "unsure",
      "next",
      "previous",
    ]);
  });

  it("mean nothing while somebody writes, in a dialog, or with another key held", () => {
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    const field = document.createElement("input");
    dialog.append(document.createElement("button"));
    expect(pressed("1", field)).toBeNull();
    expect(pressed("1", dialog.firstElementChild)).toBeNull();
    expect(pressed("1", document.body, { ctrlKey: true })).toBeNull();
    expect(pressed("x")).toBeNull();
  });
});

describe("agreement", () => {
  const told = [{ value: "Mia", sources: ["crm"], at: null }];
  const of = (agreement: string, left = told, right = told) => agreementOf({ agreement, left, right });

  it("says close for what is neither the same nor different", () => {
    expect([of("same"), of("different"), of("same year"), of("same but for one slip of the pen")]).toEqual([
      "same",
      "different",
      "close",
      "close",
    ]);
  });

  it("never calls alike what only one has", () => {
    expect(of("same", told, [])).toBe("one");
    expect(of("only one has it", [], told)).toBe("one");
  });
});
