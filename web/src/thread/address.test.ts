import { expect, test } from "vitest";
import { stepAt } from "./address";

test("a step's address is the customer's page at the step, whatever the ids hold", () => {
  expect(stepAt("c/1", "from/a&b", 7)).toBe("/customers/c%2F1?journey=from%2Fa%26b&step=7");
  expect(stepAt("c", "j", null)).toBe("/customers/c?journey=j");
});
