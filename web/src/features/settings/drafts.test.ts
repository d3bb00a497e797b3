import { beforeEach, describe, expect, it } from "vitest";
import { differences, readDraft, writeDraft } from "./drafts";
import { moved, stageName } from "./moved";
import type { Settings } from "./types";

const settings: Settings = {
  workspace: { name: "Shop", region: "US", time_zone: "UTC", currency: "EUR" },
  stages: {
    names: [
      { name: "awareness", title: "Awareness" },
      { name: "support", title: "Support" },
    ],
    rules: [
      {
        stage: "support",
        channel: [],
        kind: ["message"],
        direction: [],
        party: [],
        outcome: [],
        answered: null,
        handed_over: true,
        resolved: null,
      },
    ],
  },
  windows: { journey_gap_days: 14, repeat_days: 7, contact_gap_hours: 24, open_days: 14 },
  contacts: { not_contact_kinds: ["order"], not_contact_channels: [], not_contact_visits: [] },
  channels: [{ spelling: "Hotline", channel: "phone" }],
  costs: [],
};
const draft = { etag: '"1"', base: settings, settings: { ...settings, costs: [{ channel: "phone", cost: 6 }] } };

describe("unsaved settings", () => {
  beforeEach(() => localStorage.clear());

  it("survive a reload and go when they are saved or dropped", () => {
    writeDraft(draft);
    expect(readDraft()).toEqual(draft);
    writeDraft(null);
    expect(readDraft()).toBeNull();
  });

  it("are nothing when what was kept is broken or of another version of Clew", () => {
    for (const kept of ["{", "null", "7", '{"etag":"1"}', '{"etag":"1","base":{},"settings":{}}']) {
      localStorage.setItem("clew.settings.draft", kept);
      expect(readDraft()).toBeNull();
    }
  });
});

describe("the differences of two versions", () => {
  it("name each setting that isn't the same, with both values", () => {
    const theirs: Settings = { ...settings, windows: { ...settings.windows, repeat_days: 9 }, channels: [] };
    expect(differences(draft.settings, theirs)).toEqual([
      { place: "windows.repeat_days", mine: "7", theirs: "9" },
      { place: "channels.Hotline", mine: "phone", theirs: "" },
      { place: "costs.phone", mine: "6", theirs: "" },
    ]);
  });

  it("see another order of stages and another condition of a rule", () => {
    const [first, second] = settings.stages.names;
    const names = second && first ? [second, first] : [];
    const rules = settings.stages.rules.map((rule) => ({ ...rule, handed_over: null }));
    expect(differences({ ...settings, stages: { names, rules } }, settings)).toEqual([
      { place: "stages.names", mine: "support, awareness", theirs: "awareness, support" },
      {
        place: "stages.rules.1",
        mine: "stage = support; kind = message",
        theirs: "stage = support; kind = message; handed_over = true",
      },
    ]);
  });

  it("are none between equal ones", () => {
    expect(differences(settings, structuredClone(settings))).toEqual([]);
  });
});

it("an item moves one place and the list keeps all", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
});

it("a new stage gets a plain name of its own", () => {
  expect(stageName("Win back!", [])).toBe("win_back");
  expect(stageName("Support", ["support", "support_2"])).toBe("support_3");
  expect(stageName("支持", [])).toBe("stage");
});
