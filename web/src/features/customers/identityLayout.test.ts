import { describe, expect, it } from "vitest";
import { type Edge, layOut, type Node, OTHERS } from "./identityLayout";

const node = (identifier: string, customer: string | null = "c1"): Node => ({
  identifier,
  customer_id: customer,
  because: "",
  since: null,
  met: 1,
  links: 1,
});
const edge = (a: string, b: string): Edge => ({
  id: `${a} ${b}`,
  identifier_a: a,
  identifier_b: b,
  fate: "joins",
  told: "joins them",
  times: 1,
  at: "2026-01-01T00:00:00Z",
  said: [],
});

describe("the drawing of a customer's identifiers", () => {
  it("has a column for each kind, the best known first, and strangers last", () => {
    const nodes = ["device:d", "email:m", "account:1", "zendesk:9"].map((each) => node(each));
    const drawn = layOut([...nodes, node("phone:+1", "c2"), node("email:test@test.com", null)], [], "c1");
    expect(drawn.columns.map((column) => column.id)).toEqual(["account", "zendesk", "email", "device", OTHERS]);
    expect(drawn.boxes.filter((box) => box.column === OTHERS)).toHaveLength(2);
  });

  it("puts linked identifiers side by side, so that their lines don't cross", () => {
    const nodes = ["account:1", "account:2", "email:a", "email:b"].map((each) => node(each));
    const drawn = layOut(nodes, [edge("account:1", "email:b"), edge("account:2", "email:a")], "c1");
    const height = new Map(drawn.boxes.map((box) => [box.node.identifier, box.y]));
    expect(height.get("email:b")).toBe(height.get("account:1"));
    expect(height.get("email:a")).toBe(height.get("account:2"));
  });

  it("draws a line for each link between what is shown, also within one kind, and none into nowhere", () => {
    const nodes = ["email:a", "email:b"].map((each) => node(each));
    const drawn = layOut(nodes, [edge("email:a", "email:b"), edge("email:a", "phone:gone")], "c1");
    expect(drawn.lines).toHaveLength(1);
    expect(drawn.lines[0]?.path).toMatch(/^M168 48C/);
    expect(drawn.width).toBeGreaterThan(168);
  });

  it("bends a line that passes a column between below what stands there", () => {
    const nodes = ["account:1", "email:a", "phone:+1"].map((each) => node(each));
    const drawn = layOut(nodes, [edge("account:1", "phone:+1")], "c1");
    expect(drawn.lines[0]?.path).toMatch(/^M168 48C\d+ 88 /);
    expect(drawn.height).toBeGreaterThan(88);
  });

  it("is the same whatever order the links come in", () => {
    const nodes = ["account:1", "email:a", "phone:+1"].map((each) => node(each));
    const links = [edge("account:1", "email:a"), edge("account:1", "phone:+1"), edge("email:a", "phone:+1")];
    expect(layOut(nodes, [...links].reverse(), "c1").boxes).toEqual(layOut(nodes, links, "c1").boxes);
  });
});
