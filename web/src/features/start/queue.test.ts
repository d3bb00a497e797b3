import { describe, expect, it } from "vitest";
import { changed, isSettled, nextUp, withFiles } from "./queue";

const file = (name: string, text = "x", path = "") => {
  const made = new File([text], name);
  if (path) Object.defineProperty(made, "webkitRelativePath", { value: path });
  return made;
};

describe("files being handed over", () => {
  it("keep the folder they lay in, and never share a name", () => {
    const { items, added } = withFiles(
      [],
      [file("a.csv"), file("a.csv", "other"), file("a.csv", "x", "zendesk/a.csv")],
    );
    expect(items.map((item) => item.name)).toEqual(["a.csv", "a (2).csv", "zendesk/a.csv"]);
    expect([...added.keys()]).toEqual(["a.csv", "a (2).csv", "zendesk/a.csv"]);
  });

  it("are not sent again when they are here already", () => {
    const here = changed(withFiles([], [file("a.csv")]).items, "a.csv", { state: "here" });
    expect(withFiles(here, [file("a.csv")]).added.size).toBe(0);
    expect(withFiles(here, [file("a.csv", "longer")]).items.map((item) => item.name)).toEqual(["a.csv", "a (2).csv"]);
  });

  it("are sent again when they failed", () => {
    const failed = changed(withFiles([], [file("a.csv")]).items, "a.csv", { state: "failed" });
    const { items, added } = withFiles(failed, [file("a.csv")]);
    expect(items).toHaveLength(1);
    expect(items[0]?.state).toBe("waiting");
    expect(added.size).toBe(1);
  });

  it("go two at a time", () => {
    let { items } = withFiles([], [file("a"), file("b"), file("c")]);
    expect(nextUp(items).map((item) => item.name)).toEqual(["a", "b"]);
    items = changed(changed(items, "a", { state: "sending" }), "b", { state: "sending" });
    expect(nextUp(items)).toEqual([]);
    items = changed(items, "a", { state: "failed" });
    expect(nextUp(items).map((item) => item.name)).toEqual(["c"]);
    expect(isSettled(items)).toBe(false);
  });
});
