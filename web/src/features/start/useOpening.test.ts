/** After an import nobody is sent to the numbers of the build before. */
import { expect, test } from "vitest";
import { opens } from "./useOpening";

const job = (built: boolean, started_at = "2026-11-22T10:00:00.400+01:00") => ({ started_at, result: { built } });
const facts = (built_at: string | null, more = {}) => ({
  empty: false,
  opening: null,
  view: built_at === null ? null : { built_at },
  ...more,
});

test("the build before the job isn't the job's, were it only a second older", () => {
  expect(opens(job(true), facts("2026-11-22T09:59:59+01:00"))).toBe(true);
});
test("a build from the job's very first second is the job's, whatever the zones", () => {
  expect(opens(job(true), facts("2026-11-22T10:00:00+01:00"))).toBe(false);
  expect(opens(job(true), facts("2026-11-22T09:00:30+00:00"))).toBe(false);
});
test("an older job's numbers are open when a later build is", () => {
  expect(opens(job(true), facts("2027-01-01T00:00:00+01:00"))).toBe(false);
});
test("a job that built nothing has nothing to wait for", () => {
  expect(opens(job(false), facts("2026-01-01T00:00:00+01:00"))).toBe(false);
  expect(opens(job(false), facts(null))).toBe(false);
});
test("while the server is opening, or has nothing open yet, it is waited for", () => {
  expect(opens(job(false), facts("2027-01-01T00:00:00+01:00", { opening: "steps" }))).toBe(true);
  expect(opens(job(true), facts(null))).toBe(true);
});
test("in a workspace that was emptied since, nothing is waited for", () => {
  expect(opens(job(true), facts(null, { empty: true }))).toBe(false);
});
