import { describe, expect, it } from "vitest";
import type { FlowEdge, FlowNode } from "./flow";
import { BOX, flowLayout, skeleton } from "./flowLayout";
import { firstView } from "./flowView";

/** A line of boxes from a start to an end, with shortcuts from the start to each. */
function line(count: number): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const ids = ["(start)", ...Array.from({ length: count }, (_, at) => `n${at}`), "(end)"];
  const nodes = ids.map(
    (id): FlowNode => ({ id, label: id, value: 1, kind: id === "(start)" ? "start" : id === "(end)" ? "end" : "step" }),
  );
  const edges = ids.slice(1).map((to, at) => ({ from: ids[at] ?? "", to, value: 100 }));
  return { nodes, edges: [...edges, ...ids.slice(2).map((to) => ({ from: "(start)", to, value: 1 }))] };
}

describe.each([12, 300])("a graph of %i boxes", (count) => {
  const { nodes, edges } = line(count);
  const places = flowLayout(nodes, edges, "right");

  it("places every box, none upon another", () => {
    expect(places.size).toBe(nodes.length);
    const taken = [...places.values()];
    for (const [at, a] of taken.entries())
      for (const b of taken.slice(at + 1))
        expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
  });

  it("has the start left of all others and the end right of them", () => {
    const xs = [...places.values()].map(({ x }) => x);
    expect(places.get("(start)")?.x).toBe(Math.min(...xs));
    expect(places.get("(end)")?.x).toBe(Math.max(...xs));
  });
});

it("lays out by the strong ways, and never leaves a box without one", () => {
  const { nodes, edges } = line(30);
  const kept = skeleton(nodes, [...edges, { from: "n1", to: "n1", value: 9 }, { from: "n1", to: "nowhere", value: 9 }]);
  for (const { id } of nodes) expect(kept.some(({ from, to }) => from === id || to === id)).toBe(true);
  expect(kept.every(({ from, to }) => from !== to && to !== "nowhere")).toBe(true);
});

describe("what is in sight at first", () => {
  it("is all of a graph that can be read", () => {
    const places = new Map([
      ["a", { x: 0, y: 0 }],
      ["b", { x: 400, y: 0 }],
    ]);
    const { zoom, x } = firstView(places, "a", { width: 1000, height: 500 });
    expect(zoom).toBeCloseTo(1.1);
    expect(x).toBeGreaterThan(0);
  });

  it("is the start of one that is too large", () => {
    const places = new Map([
      ["a", { x: 0, y: 2000 }],
      ["b", { x: 9000, y: 0 }],
    ]);
    const { x, y, zoom } = firstView(places, "a", { width: 1000, height: 500 });
    expect(x).toBe(24);
    expect(y + (2000 + BOX.height / 2) * zoom).toBeCloseTo(250);
  });
});
