/** Columns stand far enough apart for their labels, and no two labels of a column lie on each other. */
import { expect, test } from "vitest";
import { fitted, LEAST_COLUMN, withRoom } from "./sankeyLayout";

const COLUMNS = 6;
const WORDS = ["support", "billing", "other", "dropped off"];
const nodes = Array.from({ length: COLUMNS }, (_, column) =>
  WORDS.map((word) => ({ id: `${column} ${word}`, label: word, column })),
).flat();
const links = nodes.flatMap((from) =>
  nodes
    .filter((to) => to.column === from.column + 1)
    .map((to, at) => ({ source: from.id, target: to.id, value: at === 0 ? 400 : 1 })),
);

test.each([320, 720, 1300])("in %i px every column has room for its labels, the last one too", (available) => {
  const { placed, width, room } = fitted(nodes, links, available, 480);
  const starts = [...new Set(placed.nodes.map((node) => node.x0 ?? 0))].sort((a, b) => a - b);
  expect(starts).toHaveLength(COLUMNS);
  expect(width).toBeGreaterThanOrEqual(available);
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? width;
    expect(end - start).toBeGreaterThanOrEqual(LEAST_COLUMN - 4);
    expect(end - start - 12 - room).toBeGreaterThan(-4);
  }
});

test("of two labels that would lie on each other the larger one stays", () => {
  const at = (id: string, y: number, value: number) => ({ id, label: id, x0: 0, y0: y, y1: y + 2, value });
  expect([...withRoom([at("small", 0, 1), at("large", 4, 9), at("far", 40, 2)])].sort()).toEqual(["far", "large"]);
});
