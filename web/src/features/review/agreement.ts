/** How alike two values are, in one of four kinds that an icon and a word can show. */
import type { IconName } from "~/ui";
import type { Beside } from "./types";

export type Agreement = "same" | "close" | "different" | "one";

export const ICONS: Readonly<Record<Agreement, IconName>> = {
  same: "check",
  close: "compare",
  different: "close",
  one: "minus",
};

/** Likeness's own words say it where it compared them: what is neither the same nor different is close. */
export function agreementOf(row: Pick<Beside, "agreement" | "left" | "right">): Agreement {
  if (row.left.length === 0 || row.right.length === 0) return "one";
  return row.agreement === "same" || row.agreement === "different" ? row.agreement : "close";
}
