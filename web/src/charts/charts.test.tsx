/** Charts: each has its numbers as a table, opens what is behind it by keyboard, and draws nothing that isn't there. */
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { labelled, ticks } from "./axis";
import { Bars } from "./Bars";
import { heatStep } from "./colours";
import { Figure } from "./Figure";
import { flowLayout } from "./flowLayout";
import { stopAfter } from "./flowWalk";
import { HeatMatrix } from "./HeatMatrix";
import { LineChart } from "./LineChart";
import { Sankey } from "./Sankey";
import { Strip } from "./Strip";
import { timePlaces } from "./TimeAxis";

describe("the frame of a chart", () => {
  const table = {
    columns: ["Outcome", "Journeys"],
    rows: [
      ["Resolved", 812],
      ["Other", null],
    ] as const,
  };
  test("shows the same as a table", async () => {
    render(
      <Figure title="Outcomes" description="What became of them" table={table} name="outcomes">
        <p>drawing</p>
      </Figure>,
    );
    const figure = screen.getByRole("figure", { name: "Outcomes" });
    await userEvent.click(within(figure).getByRole("button", { name: "Show as table" }));
    expect(within(figure).queryByText("drawing")).toBeNull();
    expect(
      within(figure)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["OutcomeJourneys", "Resolved812", "Other–"]);
  });
  test("says so when there is nothing to draw", () => {
    render(
      <Figure title="Outcomes" table={{ columns: ["a"], rows: [] }} name="x">
        <p>drawing</p>
      </Figure>,
    );
    expect(screen.queryByText("drawing")).toBeNull();
    screen.getByText("Nothing to draw for this selection.");
  });
});

describe("bars", () => {
  test("that nothing stands behind are shown, but can't be picked", () => {
    const items = [
      { id: "never", label: "Never", value: 0, opens: false },
      { id: "soon", label: "Soon", value: 4 },
    ];
    render(<Bars label="Waits" items={items} onPick={vi.fn()} />);
    expect(screen.getAllByRole("button").map((bar) => bar.textContent)).toEqual(["Soon4"]);
    screen.getByText("Never");
  });
  test("print value, share and n, and open by keyboard", async () => {
    const open = vi.fn();
    const item = { id: "r", label: "Resolved", value: 812, share: 0.641, n: 812 };
    render(<Bars label="Outcomes" items={[item]} onPick={open} />);
    const bar = screen.getByRole("button");
    expect(bar.textContent).toBe("Resolved81264%n = 812");
    bar.focus();
    await userEvent.keyboard("{Enter}");
    expect(open).toHaveBeenCalledWith(item);
  });
  test("say why a bar is missing instead of drawing none", () => {
    render(<Bars label="x" items={[{ id: "a", label: "Thin one", value: null, reason: "only 3 journeys" }]} />);
    screen.getByText("only 3 journeys");
  });
});

describe("the matrix", () => {
  const items = ["chat", "email", "phone"].map((id) => ({ id, label: id }));
  const cells = [
    { row: "chat", column: "email", value: 12, n: 12 },
    { row: "phone", column: "chat", value: 3, n: 3, state: "thin", reason: "few" },
  ];
  const totals = { rows: { chat: 12, phone: 3 }, columns: { email: 12, chat: 3 }, all: 15 };
  test("is a real table with sums", () => {
    render(<HeatMatrix label="Handoffs" rows={items} columns={items} cells={cells} totals={totals} />);
    const rows = within(screen.getByRole("table", { name: "Handoffs" })).getAllByRole("row");
    const printed = rows.map((row) =>
      [...row.children].map((cell) => (cell.querySelector(".ch-heat-value") ?? cell).textContent),
    );
    expect(printed).toEqual([
      ["", "chat", "email", "phone", "Total"],
      ["chat", "0", "12", "0", "12"],
      ["email", "0", "0", "0", "0"],
      ["phone", "3", "0", "0", "3"],
      ["Total", "3", "12", "0", "15"],
    ]);
  });
  test("is one stop for the tab key; arrows walk through it and Enter opens a cell", async () => {
    const open = vi.fn();
    render(<HeatMatrix label="Handoffs" rows={items} columns={items} cells={cells} onPick={open} />);
    await userEvent.tab();
    await userEvent.keyboard("{ArrowRight}{Enter}");
    expect(open).toHaveBeenLastCalledWith(cells[0]);
    await userEvent.keyboard("{PageDown}{Home}{Enter}");
    expect(open).toHaveBeenLastCalledWith(cells[1]);
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });
  test("names each cell with what it prints, so that voice control finds it", () => {
    render(<HeatMatrix label="Handoffs" rows={items} columns={items} cells={cells} onPick={() => {}} />);
    screen.getByRole("button", { name: /^chat → email: ?12 ?n = 12$/ });
  });
});

test("lines read out the values of a day by the arrow keys", async () => {
  render(
    <LineChart
      label="Resolution"
      unit="ratio"
      x={["2026-05-04", "2026-05-11", "2026-05-18"]}
      series={[
        {
          id: "a",
          label: "All",
          values: [0.5, null, 0.7],
          low: [0.4, null, 0.6],
          high: [0.6, null, 0.8],
          n: [10, 0, 30],
        },
      ]}
      immatureFrom="2026-05-18"
    />,
  );
  (await screen.findByRole("img", { name: "Resolution" })).focus();
  await userEvent.keyboard("{End}");
  expect(screen.getByRole("status").textContent).toBe("18 May 202670%60% to 80%n = 30Immature");
  await userEvent.keyboard("{Home}");
  expect(screen.getByRole("status").textContent).toContain("4 May 2026");
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("status")).toBeNull();
});

describe("streams", () => {
  const nodes = ["a", "b", "c"].map((id, column) => ({ id, label: id, column }));
  test("open by keyboard", async () => {
    const open = vi.fn();
    render(<Sankey label="Stages" nodes={nodes} links={[{ source: "a", target: "b", value: 7 }]} onPick={open} />);
    (await screen.findByRole("button", { name: "a → b: 7" })).focus();
    await userEvent.keyboard("{Enter}");
    expect(open).toHaveBeenCalledWith({ link: { source: "a", target: "b", value: 7 } });
  });
  test("backwards, circular and dangling ones break nothing", async () => {
    const links = [
      { source: "a", target: "b", value: 7 },
      { source: "b", target: "a", value: 2 },
      { source: "b", target: "b", value: 1 },
      { source: "b", target: "gone", value: 1 },
    ];
    const free = nodes.map(({ id, label }) => ({ id, label }));
    const shown = render(<Sankey label="Stages" nodes={nodes} links={links} onPick={() => {}} />);
    await screen.findByRole("button", { name: "a → b: 7" });
    shown.rerender(<Sankey label="Stages" nodes={free} links={links} onPick={() => {}} />);
    await screen.findByRole("button", { name: "a → b: 7" });
  });
});

test("the parts of an alignment are buttons with name, share and n, but for those too thin to hit, which say theirs", async () => {
  const parts = [
    { id: "chat", label: "Chat", share: 0.98, n: 98 },
    { id: "other", label: "Other", share: 0.02, n: 2, isRest: true },
  ];
  const onPick = vi.fn();
  render(<Strip label="Around" columns={[{ id: "1", label: "+1", n: 100, parts }]} onPick={onPick} />);
  expect(screen.getAllByRole("button").map((part) => part.textContent)).toEqual(["Chat98%n = 98"]);
  await userEvent.click(screen.getByText("Other: 2 (2%)"));
  expect(onPick.mock.lastCall?.[0]).toEqual(parts[1]);
});

describe("graphs", () => {
  const nodes = ["a", "b", "c"].map((id) => ({ id, label: id, value: 1 }));
  test("stand in the direction of time, and ways to nowhere break nothing", () => {
    const edges = [
      { from: "a", to: "b", value: 5 },
      { from: "b", to: "c", value: 5 },
      { from: "c", to: "a", value: 1 },
      { from: "a", to: "gone", value: 1 },
    ];
    const places = flowLayout(nodes, edges, "right");
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    expect(x("a")).toBeLessThan(x("b"));
    expect(x("b")).toBeLessThan(x("c"));
  });
  test("are walked through with the arrow keys, to what lies straight ahead first", () => {
    const stops = [
      { id: "a", x: 0, y: 0 },
      { id: "near but aside", x: 40, y: 90 },
      { id: "ahead", x: 120, y: 10 },
    ];
    expect(stopAfter(stops, "a", "ArrowRight")?.id).toBe("ahead");
    expect(stopAfter(stops, "ahead", "ArrowLeft")?.id).toBe("a");
    expect(stopAfter(stops, "a", "ArrowDown")?.id).toBe("near but aside");
    expect(stopAfter(stops, "a", "ArrowUp")).toBeNull();
    expect(stopAfter(stops, null, "ArrowRight")?.id).toBe("a");
    expect(stopAfter([], null, "End")).toBeNull();
  });
});

describe("axes", () => {
  test("have round numbers that enclose the values", () => {
    expect(ticks(0, 0.73, "ratio")).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(ticks(0, 412, "count")).toEqual([0, 200, 400, 600]);
    expect(ticks(0, 5_000, "seconds")).toEqual([0, 1_800, 3_600, 5_400]);
    expect(ticks(3, 3, "count")).toEqual([3]);
  });
  test("label as many places as fit", () => {
    expect(labelled(52, 740, 74)).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48]);
    expect(labelled(0, 740, 74)).toEqual([]);
  });
  test("place days by time, so that a missing week is a gap", () => {
    expect(timePlaces(["2026-05-01", "2026-05-02", "2026-05-05"], 400)).toEqual([0, 100, 400]);
  });
});

test("shades keep small values apart and nothing apart from little", () => {
  expect([0, 1, 100, 400, 10_000].map((value) => heatStep(value, 10_000))).toEqual([0, 1, 1, 2, 7]);
  expect(heatStep(5, 0)).toBe(0);
});
