/** Numbers, times and money read right in the reader's locale and the workspace's zone. */
import { afterEach, describe, expect, test } from "vitest";
import {
  compact,
  date,
  dayRange,
  duration,
  metricChange,
  metricValue,
  moment,
  money,
  number,
  percent,
  plural,
  setFormat,
} from "./format";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, " ");

afterEach(() => setFormat({ locale: "en-GB", timeZone: "UTC", currency: "EUR" }));

describe("durations", () => {
  test.each([
    [0, "0 s"],
    [0.25, "250 ms"],
    [1, "1 s"],
    [59, "59 s"],
    [60, "1 min"],
    [4_320, "1 h 12 min"],
    [3_599, "59 min 59 s"],
    [3_599.7, "1 h"],
    [7_200, "2 h"],
    [86_399, "1 d"],
    [259_200, "3 d"],
    [273_600, "3 d 4 h"],
    [1_296_000 + 7_200, "15 d"],
    [-4_320, "−1 h 12 min"],
  ])("%s seconds are written with their two largest units", (seconds, written) => {
    expect(duration(seconds)).toBe(written);
  });

  test("no duration reads as 60 of something that has a larger unit", () => {
    for (let seconds = 1; seconds < 200_000; seconds += 7) {
      expect(duration(seconds)).not.toMatch(/\b(60 s|60 min|24 h)\b/);
    }
  });
});

describe("shares", () => {
  test("small shares keep a decimal, large ones don't", () => {
    expect(plain(percent(0.83))).toBe("83%");
    expect(plain(percent(0.043))).toBe("4.3%");
    expect(plain(percent(1))).toBe("100%");
    expect(plain(percent(0))).toBe("0%");
  });
  test("what is above nought never reads as nought", () => {
    expect(plain(percent(0.0002))).toBe("<0.1%");
  });
  test("German readers get a space and a comma", () => {
    setFormat({ locale: "de-DE" });
    expect(plain(percent(0.043))).toBe("4,3 %");
  });
});

describe("numbers", () => {
  test("thousands are grouped by locale", () => {
    expect(number(12_345)).toBe("12,345");
    setFormat({ locale: "de-DE" });
    expect(number(12_345.678)).toBe("12.346");
    expect(number(1.5)).toBe("1,5");
  });
  test("what isn't a number is a dash, never 0 or NaN", () => {
    for (const none of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([number(none), percent(none), duration(none), money(none), compact(none)]).toEqual([
        "–",
        "–",
        "–",
        "–",
        "–",
      ]);
    }
  });
  test("one is singular, all else plural", () => {
    const journeys = { one: "journey", other: "journeys" };
    expect([plural(1, journeys), plural(0, journeys), plural(1204, journeys)]).toEqual([
      "1 journey",
      "0 journeys",
      "1,204 journeys",
    ]);
  });
});

describe("time", () => {
  test("moments are written in the workspace's zone, not the browser's", () => {
    setFormat({ timeZone: "Europe/Berlin" });
    expect(moment("2026-11-22T23:30:00Z")).toBe("23 Nov 2026, 00:30");
  });
  test("a bare day stays that day in every zone", () => {
    setFormat({ timeZone: "America/Los_Angeles" });
    expect(date("2026-11-22")).toBe("22 Nov 2026");
  });
  test("a range shares what its ends share", () => {
    expect(dayRange("2026-11-01", "2026-11-30").replaceAll(/\s/gu, "")).toBe("1–30Nov2026");
    expect(dayRange("2026-11-01", null)).toBe("1 Nov 2026 →");
    expect(dayRange(null, "2026-11-30")).toBe("→ 30 Nov 2026");
  });
  test("an unknown zone or a broken moment breaks nothing", () => {
    setFormat({ timeZone: "Atlantis/Deep" });
    expect(date("not a day")).toBe("–");
    expect(moment("2026-11-22T10:00:00Z")).toBe("22 Nov 2026, 10:00");
  });
});

describe("metrics", () => {
  test("each value is written in its unit", () => {
    expect(plain(metricValue({ value: 0.683, unit: "ratio" }))).toBe("68.3%");
    expect(metricValue({ value: 4_320, unit: "seconds" })).toBe("1 h 12 min");
    expect(metricValue({ value: 2.034, unit: "count" })).toBe("2.03");
    expect(plain(metricValue({ value: 1_250, unit: "money" }))).toBe("€1,250");
  });
  test("differences of shares are percentage points, and carry their sign", () => {
    expect(metricChange({ value: 0.032, unit: "ratio" })).toBe("+3.2 pp");
    expect(metricChange({ value: -720, unit: "seconds" })).toBe("−12 min");
    expect(metricChange({ value: 0, unit: "count" })).toBe("±0");
  });
  test.each([
    [0.0004, "ratio", "±0 pp"],
    [-0.0004, "ratio", "±0 pp"],
    [-0, "ratio", "±0 pp"],
    [0.0005, "ratio", "+0.1 pp"],
    [-0.0004, "seconds", "±0 s"],
    [-0.001, "seconds", "−1 ms"],
    [0.004, "count", "±0"],
    [-0.005, "count", "−0.01"],
    [-0.004, "money", "±€0"],
  ])("a difference of %s (%s) is written %s: what reads as nought has no sign", (value, unit, written) => {
    expect(metricChange({ value, unit })).toBe(written);
  });
});
