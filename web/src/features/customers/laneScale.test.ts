import { expect, it } from "vitest";
import { stepAt } from "~/thread";
import { colourOf, placeOf, radiusOf, spanOf } from "./laneScale";

const customer = { first_seen: "2026-03-01T00:00:00+00:00", last_seen: "2026-03-11T00:00:00+00:00" };

it("places a moment by its share of the customer's time, whatever its zone", () => {
  const span = spanOf(customer);
  expect(placeOf("2026-03-06T00:00:00+00:00", span)).toBeCloseTo(0.5);
  expect(placeOf("2026-03-06T02:00:00+02:00", span)).toBeCloseTo(0.5);
  expect(placeOf("2025-01-01T00:00:00+00:00", span)).toBe(0);
  expect(placeOf("2027-01-01T00:00:00+00:00", span)).toBe(1);
});

it("draws a customer who was seen once without dividing by nothing", () => {
  const span = spanOf({ first_seen: customer.first_seen, last_seen: customer.first_seen });
  expect(placeOf(customer.first_seen, span)).toBe(0);
  expect(placeOf(customer.first_seen, spanOf({ first_seen: null, last_seen: null }))).toBe(1);
});

it("never draws a dot larger than its lane", () => {
  expect(radiusOf(1)).toBeLessThan(radiusOf(9));
  expect(2 * radiusOf(1_000_000)).toBeLessThan(22);
});

it("gives the channels used most colours of their own, and the rest the last one", () => {
  const channels = Array.from({ length: 12 }, (_, at) => ({ id: `c${at}`, title: "", n: 12 - at }));
  expect(colourOf({ channels }, "c0")).toBe("var(--series-1)");
  expect(colourOf({ channels }, "c6")).toBe("var(--series-7)");
  expect(colourOf({ channels }, "c11")).toBe("var(--series-8)");
});

it("writes ids with slashes and spaces into addresses that read back the same", () => {
  const address = new URL(stepAt("unknown/zendesk/1 2", "from/a&b=c", 7), "http://here");
  expect(decodeURIComponent(address.pathname)).toBe("/customers/unknown/zendesk/1 2");
  expect(address.pathname.split("/")).toHaveLength(3);
  expect(address.searchParams.get("journey")).toBe("from/a&b=c");
  expect(address.searchParams.get("step")).toBe("7");
});
