import { describe, expect, test } from "vitest";
import {
  type Cell,
  type Handed,
  heatsOf,
  isUnnamed,
  type Lost,
  type Matrix,
  ordered,
  pairsOf,
  roughly,
  shareOf,
} from "./pairs";
import { baseOf, noteOf, saidOf } from "./shades";
import { youngFrom } from "./youngFrom";

const handed = (n: number, wait: number | null = null, share: number | null = null): Handed => ({
  n,
  journeys: n,
  answered: n,
  unanswered: 0,
  median_wait_seconds: wait,
  p90_wait_seconds: wait,
  resolved: n,
  unresolved: 0,
  untold: 0,
  unresolved_share: share,
  through: `handoff:channel/${n}/*`,
});
const context = (known = 0, lost = 0): Lost => ({
  known,
  lost,
  share: known >= 5 ? lost / known : null,
  low: known >= 5 ? 0 : null,
  high: known >= 5 ? 1 : null,
  lost_by_model: 0,
  facts_known: known * 4,
  facts_carried: known,
  carried_ratio: known >= 5 ? 0.25 : null,
  state: known === 0 ? "empty" : known < 5 ? "withheld" : known < 30 ? "thin" : "ok",
});
const end = (title: string, name: string, of: Handed, isOther = false) => ({
  title,
  names: [name],
  is_other: isOther,
  handed: of,
  context: context(),
});
const cell = (row: number, column: number, of: Handed, lost = context()): Cell => ({
  row,
  column,
  share: 0,
  handed: of,
  context: lost,
  change: null,
});
const verdicts = (kept: number, broken: number, unknown = 0) => ({
  under: kept + broken + unknown,
  kept,
  broken,
  unknown,
  free: 0,
});
const labels = (ends: readonly { label: string }[]) => ends.map(({ label }) => label);

describe("the order of rows and columns", () => {
  const ends = [
    end("Phone", "phone", handed(9, 60)),
    end("Chat", "chat", handed(5, null)),
    end("Web", "web", handed(7, 3600)),
    end("3 other channels", "", handed(90, 9), true),
  ];
  test("goes by what is asked for, and what is folded stands last", () => {
    expect(labels(ordered(ends, "n"))).toEqual(["Phone", "Web", "Chat", "3 other channels"]);
    expect(labels(ordered(ends, "name"))).toEqual(["Chat", "Phone", "Web", "3 other channels"]);
  });
  test("puts what has no wait behind what has one", () => {
    expect(labels(ordered(ends, "wait"))).toEqual(["Web", "Phone", "Chat", "3 other channels"]);
  });
  test("names each by its place in the server's answer, whatever it is called", () => {
    expect(ordered(ends, "name").map(({ id }) => id)).toEqual(["1", "0", "2", "3"]);
  });
});

describe("the shade of cells", () => {
  test("goes from the shortest wait to the longest, and leaves out what is withheld", () => {
    const [short, middle, long, none] = heatsOf(
      [cell(0, 0, handed(5, 60)), cell(0, 1, handed(5, 3600)), cell(1, 0, handed(5, 216_000)), cell(1, 1, handed(5))],
      "wait",
    );
    expect(short).toBeCloseTo(0.01);
    expect(long).toBe(1);
    expect(Math.sqrt(middle ?? 0)).toBeCloseTo(0.55, 1);
    expect(none).toBeNull();
  });
  test("of equal waits is equal", () => {
    expect(heatsOf([cell(0, 0, handed(5, 60)), cell(0, 1, handed(5, 60))], "wait")).toEqual([1, 1]);
  });
});

describe("a cell that tells what is lost", () => {
  test("names the share and what it is of, and withholds what too few handoffs tell", () => {
    const cells = [
      cell(0, 0, handed(43), context(41, 21)),
      cell(0, 1, handed(9), context(3, 3)),
      cell(1, 0, handed(9)),
    ];
    expect(cells.map((each) => noteOf(each, "lost"))).toEqual(["51% of 41", "too few", null]);
    expect(cells.map((each) => noteOf(each, "carried"))).toEqual(["25% of 164", "too few", null]);
    expect(heatsOf(cells, "lost").map((heat) => heat === null)).toEqual([false, true, true]);
    expect(cells.map((each) => baseOf(each, "lost"))).toEqual([41, 3, 0]);
  });
  test("says why nothing is told where texts aren't read", () => {
    const unread: Lost = { ...context(), state: "unread" };
    expect(saidOf(cell(0, 0, handed(9), unread), "lost")).toMatch(/texts aren't read/);
    expect(saidOf(cell(0, 0, handed(9)), "lost")).toBe("Nothing was known before these handoffs");
  });
});

describe("a cell that tells of contracts", () => {
  test("counts what is broken of what can be told, and nothing where no contract asks", () => {
    const here = cell(1, 2, handed(20));
    expect(noteOf(here, "contracts", verdicts(9, 3, 5))).toBe("3 of 12");
    expect(noteOf(here, "contracts", verdicts(0, 0, 5))).toBeNull();
    expect(noteOf(here, "contracts")).toBeNull();
    expect(shareOf(here, "contracts", verdicts(1, 2))).toBeNull();
    expect(shareOf(here, "contracts", verdicts(9, 3, 5))).toBe(0.25);
    expect(heatsOf([here], "contracts", new Map([["1/2", verdicts(9, 3)]]))).toEqual([0.0625]);
  });
});

describe("what a pair is called", () => {
  const matrix = (by: Matrix["by"], names: [string, string][]): Matrix => ({
    by,
    rows: names.map(([title, name]) => end(title, name, handed(1))),
    columns: names.map(([title, name]) => end(title, name, handed(1))),
    cells: names.map((_, at) => cell(at, at, handed(1))),
    total: handed(1),
    total_context: context(),
    total_change: null,
    now: null,
    before: null,
    followed_days: 7,
    now_is_selected: false,
  });
  test("says that the thread stayed on the channel, or with the same kind of party", () => {
    expect(pairsOf(matrix("channel", [["Chat", "chat"]]))[0]?.title).toBe("Chat: to another party");
    expect(pairsOf(matrix("party", [["Agent", "agent"]]))[0]?.title).toBe("Agent: from one to another");
  });
  test("doesn't say so of what isn't named", () => {
    const unnamed = matrix("team", [["No team named", ""]]);
    expect(pairsOf(unnamed)[0]?.title).toBe("No team named → No team named");
    expect(isUnnamed(unnamed)).toBe(true);
  });
});

test("a wait in a cell says no more than fits", () => {
  expect([null, 59, 853, 5701, 78_420, 482_400].map(roughly)).toEqual([null, 59, 840, 5700, 79_200, 518_400]);
});

describe("a trend isn't settled", () => {
  const period = (first: string, began: number, still_open: number) => ({ first, began, still_open });
  test("from the last stretch of periods on in which journeys go on", () => {
    expect(youngFrom([period("a", 100, 9), period("b", 100, 1), period("c", 100, 5), period("d", 100, 80)])).toBe("c");
  });
  test("at all, where every journey has ended or none has", () => {
    expect(youngFrom([period("a", 10, 0)])).toBeNull();
    expect(youngFrom([period("a", 10, 10)])).toBe("a");
    expect(youngFrom([])).toBeNull();
  });
});
