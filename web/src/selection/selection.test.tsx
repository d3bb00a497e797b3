/** The selection lives in the address: it can be shared, goes along from screen to screen, and is taken apart chip by chip. */
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import { company, show } from "~/testing/show";
import { drillTo, screenAt } from "./drill";
import { periodOf, periods, spanOf } from "./periods";
import { SelectionBar } from "./SelectionBar";
import { selectionOf, withSelection } from "./selection";
import { usePlace, useSelection } from "./useSelection";

const selection = { from: "2026-05-01", to: "2026-05-30", channel: ["chat", "e mail&more"], issue: ["billing"] };

test("what is written into an address is read out of it again", () => {
  expect(selectionOf(withSelection(new URLSearchParams(), selection))).toEqual(selection);
});

test("what isn't understood is left out, and what is twice counts once", () => {
  expect(selectionOf(new URLSearchParams("from=yesterday&to=2026-05-30&channel=&issue=a&issue=a&other=1"))).toEqual({
    to: "2026-05-30",
    issue: ["a"],
  });
});

test("a number leads to its journeys under the same selection", () => {
  const href = drillTo("handoff:chat>email", selection);
  const query = new URL(href, "http://x").searchParams;
  expect(query.get("through")).toBe("handoff:chat>email");
  expect(selectionOf(query)).toEqual(selection);
  expect(screenAt("/map", {})).toBe("/map");
});

test("periods count back from the last day of the data, both ends included", () => {
  const week = periods.find((period) => period.id === "7");
  expect(week && spanOf(week, "2026-05-30")).toEqual({ from: "2026-05-24", to: "2026-05-30" });
  for (const period of periods) expect(periodOf(spanOf(period, "2026-05-30"), "2026-05-30")).toBe(period);
  expect(periodOf({ from: "2026-05-02", to: "2026-05-30" }, "2026-05-30")).toBeUndefined();
});

const places = () => ({ chosen: useSelection(), sort: usePlace("sort", "share"), open: usePlace("open", "") });
let found: ReturnType<typeof places> | null = null;

function Probe() {
  found = places();
  return null;
}

function hooks(at: string) {
  const router = createMemoryRouter([{ path: "*", element: <Probe /> }], { initialEntries: [at] });
  render(<RouterProvider router={router} />);
  return { router, now: () => found as unknown as ReturnType<typeof places> };
}

test("two changes in one moment both hold", () => {
  const { router, now } = hooks("/explorer?tab=flow");
  act(() => {
    now().chosen.set({ issue: ["billing"] });
    now().sort[1]("n");
    now().chosen.set({ channel: ["chat"] });
  });
  const query = new URLSearchParams(router.state.location.search);
  expect(Object.fromEntries(query)).toEqual({ tab: "flow", issue: "billing", sort: "n", channel: "chat" });
});

test("going back doesn't bring an undone change with it", async () => {
  const { router, now } = hooks("/explorer");
  act(() => now().chosen.set({ issue: ["billing"] }));
  await act(() => router.navigate(-1));
  act(() => now().open[1]("row"));
  expect(router.state.location.search).toBe("?open=row");
});

test("a default isn't written, and what is written wins", () => {
  const { router, now } = hooks("/explorer?sort=n");
  expect(now().sort[0]).toBe("n");
  act(() => now().sort[1]("share"));
  expect(router.state.location.search).toBe("");
  expect(now().sort[0]).toBe("share");
});

test("chips name what is selected, also what the data no longer hold, and take it away", async () => {
  const { router } = show(<SelectionBar />, { at: "/map?channel=chat&channel=gone&from=2026-10-02&to=2026-10-31" });
  const chips = screen.getByRole("grid", { name: "Selection" });
  expect(
    within(chips)
      .getAllByRole("row")
      .map((chip) => chip.textContent),
  ).toEqual([expect.stringMatching(/^Period: /), "Channel: Chat", "Channel: gone"]);
  await userEvent.click(within(chips).getByRole("button", { name: /Remove Channel: gone/ }));
  expect(router.state.location.search).toBe("?from=2026-10-02&to=2026-10-31&channel=chat");
  await userEvent.click(screen.getByRole("button", { name: "Clear all" }));
  expect(router.state.location.search).toBe("");
});

test("a period is chosen by name and written as days", async () => {
  const { router } = show(<SelectionBar />, { at: "/map" });
  await userEvent.click(screen.getByRole("button", { name: "Period: All time" }));
  await userEvent.click(screen.getByRole("button", { name: "Last 30 days" }));
  expect(router.state.location.search).toBe("?from=2026-10-02&to=2026-10-31");
  screen.getByRole("button", { name: "Period: Last 30 days" });
});

test("filters offer the data's own words with how many journeys each has", async () => {
  const { router } = show(<SelectionBar />, { at: "/map" });
  await userEvent.click(screen.getByRole("button", { name: /Issue/ }));
  const billing = screen.getByRole("option", { name: /Billing/ });
  expect(billing.textContent).toContain("240");
  await userEvent.click(billing);
  expect(router.state.location.search).toBe("?issue=billing");
});

test("an empty workspace breaks nothing", () => {
  show(<SelectionBar />, { workspace: { ...company, view: null, options: null } });
  screen.getByRole("region", { name: "Selection" });
});

test("a filter still holds a word that the data no longer have, so that it can be taken back", async () => {
  const { router } = show(<SelectionBar />, { at: "/map?channel=gone" });
  await userEvent.click(screen.getByRole("button", { name: /Channel$/ }));
  const gone = screen.getByRole("option", { name: "gone" });
  expect(gone.getAttribute("aria-selected")).toBe("true");
  await userEvent.click(gone);
  expect(router.state.location.search).toBe("");
});
