import { describe, expect, test } from "vitest";
import { type Cell, type Handed, heatsOf, isUnnamed, type Matrix, ordered, pairsOf, roughly } from "./pairs";
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
const end = (title: string, name: string, of: Handed, isOther = false) => ({
  title,
  names: [name],
  is_other: isOther,
  handed: of,
});
const cell = (row: number, column: number, of: Handed): Cell => ({ row, column, share: 0, handed: of, change: null });
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

describe("what a pair is called", () => {
  const matrix = (by: Matrix["by"], names: [string, string][]): Matrix => ({
    by,
    rows: names.map(([title, name]) => end(title, name, handed(1))),
    columns: names.map(([title, name]) => end(title, name, handed(1))),
    cells: names.map((_, at) => cell(at, at, handed(1))),
    total: handed(1),
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
