/** The long list: only what is in sight exists, every row can be reached by keyboard, a new question begins anew. */
import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { RowList, type RowListProps } from "./RowList";

const MILLION = 1_000_000;
const load = vi.fn(async (at: number, limit: number) => Array.from({ length: limit }, (_, index) => at + index));

function list(more: Partial<RowListProps<number>> = {}) {
  return (
    <RowList
      label="Journeys"
      total={MILLION}
      load={load}
      rowKey={String}
      columns={[
        { id: "name", header: "Name", cell: (row) => `row ${row}` },
        { id: "n", header: "Number", cell: (row) => row, align: "end" },
      ]}
      {...more}
    />
  );
}

test("a million rows are told to screen readers, a few dozen are drawn", async () => {
  render(list());
  await screen.findByText("row 0");
  expect(screen.getByRole("grid", { name: "Journeys" }).getAttribute("aria-rowcount")).toBe("1000001");
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
  expect(screen.getByText("row 0").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("2");
});

test("End goes to the last row of all and Home back to the first", async () => {
  const open = vi.fn();
  render(list({ onRow: open }));
  await screen.findByText("row 0");
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{End}");
  await screen.findByText("row 999999");
  await userEvent.keyboard("{Enter}");
  expect(open).toHaveBeenLastCalledWith(999_999);
  await userEvent.keyboard("{Home}");
  await screen.findByText("row 0");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(open).toHaveBeenLastCalledWith(2);
});

test("the page keys go by what is in sight", async () => {
  const open = vi.fn();
  render(list({ onRow: open, height: 36 + 400, rowHeight: 40 }));
  await screen.findByText("row 0");
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{PageDown}{Enter}");
  expect(open).toHaveBeenLastCalledWith(9);
  await userEvent.keyboard("{PageUp}{Enter}");
  expect(open).toHaveBeenLastCalledWith(0);
});

test("dragging the bar far fetches only where it comes to rest", async () => {
  vi.useFakeTimers();
  try {
    const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
    load.mockClear();
    render(list());
    await pass(100);
    const grid = screen.getByRole("grid");
    for (const part of [0.2, 0.4, 0.6]) {
      grid.scrollTop = 7_990_000 * part;
      fireEvent.scroll(grid);
      await pass(40);
    }
    await pass(500);
    const [first, ...afterwards] = load.mock.calls.map(([at]) => at);
    expect(first).toBe(0);
    // Where 0.6 of the bar is, in one page or two neighbouring ones; not where 0.2 and 0.4 are.
    for (const at of afterwards) expect(at).toBeGreaterThan(590_000);
    expect([1, 2]).toContain(afterwards.length);
  } finally {
    vi.useRealTimers();
  }
});

test("another question throws the old rows away and begins at the top", async () => {
  const shown = render(list({ question: "billing" }));
  await screen.findByText("row 0");
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{End}");
  const other = async (at: number, limit: number) => Array.from({ length: limit }, (_, index) => -(at + index) - 1);
  shown.rerender(list({ question: "delivery", load: other }));
  await screen.findByText("row -1");
  expect(screen.queryByText("row 999999")).toBeNull();
});

test("rows that fail to load say so and can be asked for again", async () => {
  const failing = vi.fn().mockRejectedValueOnce(new Error("gone")).mockImplementation(load);
  render(list({ total: 3, load: failing }));
  const [again] = await screen.findAllByRole("button");
  if (again) await userEvent.click(again);
  await screen.findByText("row 0");
});

test("a list without rows says so", () => {
  render(list({ total: 0, empty: "No journeys here" }));
  screen.getByText("No journeys here");
});
