import { describe, expect, it } from "vitest";
import {
  meanings,
  sameDraft,
  unusedColumns,
  withBlank,
  withChannel,
  withColumn,
  withConstant,
  withNothing,
  withoutField,
  withTimeStyle,
  withValue,
} from "./drafts";
import type { Draft } from "./types";

const draft: Draft = {
  connector: "table",
  source: "calls",
  zone: "UTC",
  shape: "events",
  address: "customer_ref",
  network: null,
  decimal: ".",
  missing: [""],
  reading: {},
  columns: { phone: "Number", occurred_at: "Start" },
  constants: { channel: "phone" },
  channels: {},
  values: { direction: { IN: "inbound" } },
  times: {},
  milestones: [],
};

describe("a mapping being changed", () => {
  it("lists its meanings in the order of the fields, columns and constants alike", () => {
    expect(meanings(draft, ["occurred_at", "channel", "phone"])).toEqual([
      { field: "occurred_at", column: "Start", constant: null },
      { field: "channel", column: null, constant: "phone" },
      { field: "phone", column: "Number", constant: null },
    ]);
  });

  it("reads a field from a column, and the word that stood for every row fills no blank cell unasked", () => {
    const changed = withColumn(draft, "channel", "Medium");
    expect(changed.columns.channel).toBe("Medium");
    expect(changed.constants).toEqual({});
    expect(draft.columns.channel).toBeUndefined();
  });

  it("keeps the word for blank cells, which stands beside a column, when another column is read", () => {
    const beside = withBlank(withColumn(draft, "channel", "Medium"), "channel", "email");
    expect(beside.columns.channel).toBe("Medium");
    expect(withColumn(beside, "channel", "Way").constants).toEqual({ channel: "email" });
    expect(withBlank(beside, "channel", null).constants).toEqual({});
  });

  it("lists a field that is being begun, and writes nothing for it", () => {
    expect(meanings(draft, ["occurred_at", "outcome", "channel", "phone"], ["outcome", "phone"])).toEqual([
      { field: "occurred_at", column: "Start", constant: null },
      { field: "outcome", column: null, constant: null },
      { field: "channel", column: null, constant: "phone" },
      { field: "phone", column: "Number", constant: null },
    ]);
    expect(withNothing(withValue(draft, "direction", "OUT", "outbound"), "phone")).toMatchObject({
      columns: { occurred_at: "Start" },
      constants: { channel: "phone" },
    });
  });

  it("says the same for every row, or nothing", () => {
    expect(withConstant(draft, "phone", "x")).toMatchObject({
      columns: { occurred_at: "Start" },
      constants: { phone: "x" },
    });
    expect(withoutField(draft, "direction").values).toEqual({});
    expect(Object.keys(withoutField(draft, "phone").columns)).toEqual(["occurred_at"]);
  });

  it("translates spellings one by one", () => {
    expect(withChannel(draft, "Tel.", "phone").channels).toEqual({ "Tel.": "phone" });
    expect(withChannel(withChannel(draft, "Tel.", "phone"), "Tel.", null).channels).toEqual({});
    expect(withValue(draft, "direction", "OUT", "outbound").values.direction).toEqual({
      IN: "inbound",
      OUT: "outbound",
    });
    expect(withValue(draft, "direction", "IN", null).values).toEqual({});
  });

  it("says how a column writes times, or leaves it to Clew", () => {
    const said = withTimeStyle(draft, "Start", "iso");
    expect(said.times).toEqual({ Start: "iso" });
    expect(withTimeStyle(said, "Start", "").times).toEqual({});
  });

  it("knows which columns mean nothing", () => {
    expect(unusedColumns(draft, ["Start", "Number", "Note"])).toEqual(["Note"]);
  });

  it("is the same whatever the order of its parts", () => {
    expect(sameDraft(draft, { ...draft, columns: { occurred_at: "Start", phone: "Number" } })).toBe(true);
    expect(sameDraft(draft, withColumn(draft, "text", "Note"))).toBe(false);
  });
});
