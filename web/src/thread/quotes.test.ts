import { describe, expect, it } from "vitest";
import { parted, turnsOf } from "./quotes";

describe("what a mail quotes", () => {
  it("is folded away from the line that announces it", () => {
    expect(parted("Thanks!\n\nMia\n\nOn 3 May 2026, support@shop.example wrote:\n> It has left.\n> Bye")).toEqual({
      own: "Thanks!\n\nMia",
      quoted: "On 3 May 2026, support@shop.example wrote:\n> It has left.\n> Bye",
    });
  });

  it("is found in other languages and in forwarded mails", () => {
    expect(parted("Danke\nAm 3. Mai 2026 um 10:00 schrieb Support:\n> Ja").own).toBe("Danke");
    expect(parted("See below\n-----Original Message-----\nFrom: x").quoted).toMatch(/^-----Original/);
  });

  it("stays where the answer stands between or below the quoted lines", () => {
    const answer = "> Which order?\nORD-1\n> And your name?\nMia";
    expect(parted(answer)).toEqual({ own: answer, quoted: "" });
  });

  it("is nothing in a text without quotes, however strange", () => {
    const text = "a > b\n<script>alert(1)</script>\nOn time";
    expect(parted(text)).toEqual({ own: text, quoted: "" });
  });
});

describe("a transcript", () => {
  it("is parted into its turns; lines without a speaker go on with the turn before", () => {
    const text = "Agent: Hello. \nHow can I help?\n  Customer:  The bill.";
    expect(turnsOf(text)?.map(({ speaker, from, to }) => [speaker, text.slice(from, to)])).toEqual([
      ["Agent", "Hello. \nHow can I help?"],
      ["Customer", "The bill."],
    ]);
  });

  it("is no transcript with one speaker or another beginning", () => {
    expect(turnsOf("Agent: Hello.")).toBeNull();
    expect(turnsOf("Hi,\nAgent: Hello.\nCustomer: Hi")).toBeNull();
    expect(turnsOf("Order: 1\nName: Mia")).toBeNull();
  });
});
