/** The frame: keys and commands lead everywhere, work in progress shows on every screen, the connection's loss is said. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setReachable } from "~/api/reachable";
import { answer } from "~/testing/answers";
import { company, show } from "~/testing/show";
import { Toasts } from "~/ui";
import { words } from "~/words";
import { Frame } from "./Frame";
import { setSingleKeys } from "./singleKeys";

const job = (state: string, done = 0) => ({
  id: "1",
  kind: "import",
  state,
  author: "",
  created_at: "2026-11-22T10:00:00Z",
  started_at: null,
  finished_at: null,
  attempts: 1,
  progress: { stage: "reading", what: "tickets.csv", done, total: 1000, unit: "rows", files: [] },
  problem: "",
});
const metric = { metric: { name: "reopen_rate", title: "Reopened" }, question: "How often?" };
let jobs: unknown[] = [];

beforeEach(() => {
  jobs = [];
  setSingleKeys(true);
  answer({
    "GET /api/v1/jobs": () => ({ items: jobs }),
    "GET /api/v1/metrics": { metrics: [metric] },
    "GET /api/v1/health": { well: true },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  act(() => setReachable(true));
});

const inFrame = (at: string) =>
  show(
    <>
      <Frame />
      <Toasts />
    </>,
    { at },
  );

test("g and a letter goes to a screen and takes the selection along", async () => {
  const { router } = inFrame("/overview?issue=billing&sort=n");
  await userEvent.keyboard("gm");
  expect(router.state.location.pathname + router.state.location.search).toBe("/map?issue=billing");
});

test("letters typed into a field are letters", async () => {
  const { router } = inFrame("/overview");
  await userEvent.type(screen.getByRole("searchbox", { name: words.app.search }), "gm?/");
  expect(router.state.location.pathname).toBe("/overview");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("single keys can be turned off; Ctrl-K stays", async () => {
  setSingleKeys(false);
  const { router } = inFrame("/overview");
  await userEvent.keyboard("gm?");
  expect(router.state.location.pathname).toBe("/overview");
  await userEvent.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog");
});

test("a slash goes to the search, which finds customers by any identifier", async () => {
  const { router } = inFrame("/map?issue=billing");
  await userEvent.keyboard("/");
  await userEvent.keyboard("anna+1@example.org{Enter}");
  expect(router.state.location.pathname).toBe("/customers");
  expect(router.state.location.state).toEqual({ query: "anna+1@example.org" });
  // An identifier is personal: it stands in no address, no log, no shared link.
  expect(router.state.location.search).toBe("");
});

test("the commands find screens, metrics and customers by what is typed", async () => {
  const { router } = inFrame("/overview");
  await userEvent.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog");
  await userEvent.keyboard("reop");
  await screen.findByRole("menuitem", { name: /Reopened/ });
  screen.getByRole("menuitem", { name: /Find customer/ });
  expect(screen.queryByRole("menuitem", { name: /^Map/ })).toBeNull();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/metrics/reopen_rate"));
});

test("the help lists the keys and is closed by Escape", async () => {
  inFrame("/overview");
  await userEvent.keyboard("?");
  const help = await screen.findByRole("dialog", { name: words.app.keyboard.title });
  within(help).getByText(words.app.keyboard.goTo(words.app.screens.map));
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("work in progress shows how far it is on every screen, and its end is told", async () => {
  jobs = [job("running", 400)];
  inFrame("/customers");
  const strip = await screen.findByRole("region", { name: words.app.jobs.region });
  within(strip).getByText(words.app.jobs.kinds.import ?? "");
  within(strip).getByText(/400 of 1,000 rows/);
  within(strip).getByText("tickets.csv");
  jobs = [job("done", 1000)];
  await screen.findByText(words.app.jobs.done(words.app.jobs.kinds.import ?? ""), {}, { timeout: 4_000 });
  expect(screen.queryByRole("region", { name: words.app.jobs.region })).toBeNull();
});

test("the simulated company is named as such; losing the connection is said", async () => {
  inFrame("/map");
  screen.getByText(words.app.simulated);
  act(() => setReachable(false));
  await screen.findByText(words.app.offline);
});

test("the selection stands above the screens about journeys, and only there", () => {
  const map = inFrame("/map");
  screen.getByRole("region", { name: words.selection.title });
  map.unmount();
  inFrame("/settings");
  expect(screen.queryByRole("region", { name: words.selection.title })).toBeNull();
});

test("an empty workspace has a frame, too", () => {
  show(<Frame />, {
    at: "/start",
    workspace: { ...company, view: null, options: null, empty: true, simulated: false },
  });
  fireEvent.keyDown(document.body, { key: "g" });
  screen.getByText(words.app.notBuilt);
});

test("an end that the open screen tells itself lies over nothing as a message", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    jobs = [{ ...job("running"), kind: "look" }];
    inFrame("/start?look=1");
    await screen.findByRole("region", { name: words.app.jobs.region });
    jobs = [{ ...job("done", 1000), kind: "look" }];
    await act(() => vi.advanceTimersByTimeAsync(2_500));
    await waitFor(() => expect(screen.queryByRole("region", { name: words.app.jobs.region })).toBeNull());
    expect(screen.queryByText(words.app.jobs.done(words.app.jobs.kinds.look ?? ""))).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("the list of keys names the screens of the product, not the makers' gallery", async () => {
  inFrame("/overview");
  await userEvent.keyboard("?");
  await screen.findByText(words.app.keyboard.goTo(words.app.screens.map));
  expect(screen.queryByText(words.app.keyboard.goTo(words.app.screens.gallery))).toBeNull();
});

test("what failed while Clew was gone is asked anew once it is back, whoever noticed", async () => {
  const asked = answer({
    "GET /api/v1/jobs": () => ({ items: jobs }),
    "GET /api/v1/metrics": { metrics: [metric] },
    "GET /api/v1/health": { well: true },
  });
  inFrame("/overview");
  await waitFor(() => expect(asked.filter(({ path }) => path === "/api/v1/jobs")).toHaveLength(1));
  act(() => setReachable(false));
  act(() => setReachable(true));
  await waitFor(() => expect(asked.filter(({ path }) => path === "/api/v1/jobs")).toHaveLength(2));
});
