/** Words from outside stay words: nothing runs, nothing hides, nothing turns the line around. */
import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Bars, HeatMatrix } from "~/charts";
import { show } from "~/testing/show";
import { words } from "~/words";
import { gallery } from "~/words/gallery";
import { DataTable } from "./DataTable";
import { Named } from "./Named";
import { Select } from "./Select";
import { visible } from "./visible";

const corpus = gallery.hostile;
const MARKUP = corpus.filter((text) => text.includes("<"));

describe("a name from outside", () => {
  test.each(MARKUP)("that is markup (%s) makes no element", (text) => {
    const { container } = render(<Named>{text}</Named>);
    expect(container.querySelector("img,script")).toBeNull();
    expect(container.textContent).toBe(text);
  });
  test("can't turn the text around it: direction marks are gone and it is isolated", () => {
    const { container } = render(<Named>{"\u202egnp.exe\u202c invoice"}</Named>);
    expect(container.textContent).toBe("gnp.exe invoice");
    expect(container.querySelector("bdi")).not.toBeNull();
  });
  test("that shows nothing is said to be no name", () => {
    for (const empty of ["", "\u200b\u200b", " \u2060 ", "\u200d", null, undefined]) {
      const { container, unmount } = render(<Named>{empty}</Named>);
      expect(container.textContent).toBe(words.ui.unnamed);
      unmount();
    }
  });
  test("keeps what scripts need: joiners of Persian and of families, combining marks, right to left", () => {
    expect(visible("می‌خواهم")).toBe("می‌خواهم");
    expect(visible("👩‍👩‍👧")).toBe("👩‍👩‍👧");
    expect(visible("مرحبا 123")).toBe("مرحبا 123");
    expect(visible("é")).toBe("é");
  });
  test("of ten thousand letters is cut for the eye and whole for those who ask", () => {
    render(<Named>{"W".repeat(10_000)}</Named>);
    const named = screen.getByText(/^W+$/);
    expect(named.className).toContain("c-named-cut");
    expect(named.textContent?.length).toBe(10_000);
    expect(named.title.length).toBe(1_000);
  });
});

test("tables, bars, matrices and lists show the whole corpus as text", () => {
  const rows = corpus.map((label, at) => ({ id: String(at), label }));
  const { container } = show(
    <>
      <DataTable
        label="t"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[{ id: "a", header: "A", cell: (row) => <Named>{row.label}</Named> }]}
      />
      <Bars label="b" items={rows.map((row) => ({ ...row, value: 1 }))} />
      <HeatMatrix label="h" rows={rows} columns={rows} cells={[]} />
      <Select label="s" options={rows} value="0" onChange={() => {}} />
    </>,
  );
  expect(container.querySelector("img,script,iframe,a[href^='javascript']")).toBeNull();
  expect(container.textContent?.includes("<img src=x onerror=alert(1)>")).toBe(true);
  expect(/[\u202a-\u202e\u2066-\u2069]/.test(container.textContent ?? "")).toBe(false);
});
