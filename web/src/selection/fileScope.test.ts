/** A downloaded file says by its name which journeys it is about. */
import { expect, test } from "vitest";
import { fileScope } from "./fileScope";

test("filters and period stand in a file's name, whole months and years as such", () => {
  expect(fileScope({})).toBe("");
  expect(fileScope({ channel: ["chat"], from: "2026-05-01", to: "2026-05-31" })).toBe("channel-chat_2026-05");
  expect(fileScope({ first_channel: ["live chat"], from: "2026-01-01", to: "2026-12-31" })).toBe(
    "first-channel-live-chat_2026",
  );
  expect(fileScope({ from: "2026-02-01", to: "2026-02-27" })).toBe("2026-02-01-to-2026-02-27");
  expect(fileScope({ to: "2026-02-27" })).toBe("to-2026-02-27");
  expect(fileScope({ issue: ["a", "b", "c", "d"] })).toBe("issue-a+b+2-more");
});

test("however much is selected, the period stays and the name stays short", () => {
  const scope = fileScope({ issue: ["a".repeat(90)], source: ["b".repeat(90)], from: "2026-05-01", to: "2026-05-31" });
  expect(scope.length).toBeLessThan(90);
  expect(scope.endsWith("_2026-05")).toBe(true);
});
