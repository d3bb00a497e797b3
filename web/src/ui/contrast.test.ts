/** Words and marks can be read in both themes: contrast as WCAG 2.2 AA asks, computed from the tokens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(__dirname, "tokens.css"), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);

/** Relative luminance and contrast: WCAG 2.2, definitions. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const SURFACES = ["surface-0", "surface-1", "surface-2"];
const STATES = ["good", "warn", "bad", "info"];
const each = (names: string[], grounds: string[]) =>
  names.flatMap((name) => grounds.map((ground): [string, string] => [name, ground]));

const TEXT: [string, string][] = [
  ...each(["ink", "ink-soft"], [...SURFACES, "surface-3", "accent-soft"]),
  ...each(["ink-faint", "accent-text"], [...SURFACES, "accent-soft"]),
  ...each(
    STATES.map((state) => `${state}-ink`),
    SURFACES,
  ),
  ...STATES.map((state): [string, string] => [`${state}-ink`, `${state}-soft`]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["surface-1", "ink"],
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((at): [string, string] => [`heat-${at}-ink`, `heat-${at}`]),
];
const MARKS: [string, string][] = [
  ...each(["line-strong", "focus", "accent", ...STATES], ["surface-0", "surface-1"]),
  ...each(
    [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `series-${at}`),
    ["surface-0", "surface-1"],
  ),
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const colour = (name: string) => {
    const found = tokens.get(name);
    if (!found) throw new Error(`no token --${name}`);
    return found[theme];
  };
  test.each(TEXT)("words in %s on %s have a contrast of 4.5", (name, ground) => {
    expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(MARKS)("lines, marks and icons in %s on %s have a contrast of 3", (name, ground) => {
    expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test("contrast is computed as WCAG defines it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2); // WebAIM's example of a grey that just fails
});
