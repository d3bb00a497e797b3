import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { answer, problem } from "~/testing/answers";
import { show } from "~/testing/show";
import { Boundaries } from "./Boundaries";

const ADDRESS = "GET /api/v1/metrics/reopen_rate/boundaries";
const value = { name: "reopen_rate", title: "Reopen rate", unit: "ratio", value: 0.2, low: 0.1, high: 0.3, n: 60 };
const metric = { ...value, state: "ok", reason: "", better: "lower", immature: 0 };
const notMade = { state: "not_made", value: metric, others: [], low: null, high: null };
const withheld = { ...metric, value: null, low: null, high: null, n: 3, state: "withheld", reason: "withheld: only 3" };
const made = {
  state: "made",
  value: metric,
  others: [
    { boundaries: "finer", meaning: "", metric: { ...metric, value: 0.25, n: 12, state: "thin", reason: "thin: few" } },
    { boundaries: "coarser", meaning: "", metric: withheld },
  ],
  low: 0.2,
  high: 0.25,
};
const job = (state: string, more: object = {}) => ({
  id: "j1",
  kind: "weigh",
  state,
  author: "",
  created_at: "2026-11-20T08:00:00Z",
  started_at: null,
  finished_at: null,
  attempts: 1,
  progress: { stage: "cutting", what: "", done: 12, total: 48, unit: "parts", files: [] },
  problem: "",
  order: {},
  result: {},
  ...more,
});

test("what was cut is told with its range, and what is thin or withheld says so", async () => {
  answer({ [ADDRESS]: made, "GET /api/v1/jobs": { items: [] } });
  show(<Boundaries name="reopen_rate" />);
  await screen.findByText(/^20%, and 20% to 25% under other/);
  expect(screen.getByText("Thin")).toBeTruthy();
  expect(screen.getByText("withheld: only 3")).toBeTruthy();
  expect(screen.getByText("n = 12")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Weigh other boundaries" })).toBeNull();
});

test("what isn't cut is cut on demand, with its progress, and then shown", async () => {
  let state = "running";
  const asked = answer({
    [ADDRESS]: () => (state === "done" ? made : notMade),
    "GET /api/v1/jobs": { items: [] },
    "POST /api/v1/jobs": job("waiting"),
    "GET /api/v1/jobs/j1": () => job(state),
  });
  const { router } = show(<Boundaries name="reopen_rate" />);
  await userEvent.click(await screen.findByRole("button", { name: "Weigh other boundaries" }));
  await screen.findByText("12 parts of about 48 parts");
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ kind: "weigh", order: {} });
  expect(router.state.location.search).toContain("job=j1");
  state = "done";
  await screen.findByText(/under other plausible boundaries/, {}, { timeout: 3000 });
});

test("a job that somebody else began is followed, and isn't ordered again", async () => {
  answer({
    [ADDRESS]: notMade,
    "GET /api/v1/jobs": { items: [job("running")] },
    "GET /api/v1/jobs/j1": job("running"),
  });
  show(<Boundaries name="reopen_rate" />);
  await screen.findByText("12 parts of about 48 parts");
  expect(screen.queryByRole("button", { name: "Weigh other boundaries" })).toBeNull();
});

test("what failed says why and can be tried again; what was refused, too", async () => {
  answer({
    [ADDRESS]: notMade,
    "GET /api/v1/jobs": { items: [] },
    "GET /api/v1/jobs/j1": job("failed", { problem: "The disk is full." }),
    "POST /api/v1/jobs": () => problem(409, "Another writes just now."),
  });
  show(<Boundaries name="reopen_rate" />, { at: "/?job=j1" });
  await screen.findByText("The disk is full.");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Another writes just now.");
});

test("a job of another kind in the address is none of its own", async () => {
  answer({
    [ADDRESS]: notMade,
    "GET /api/v1/jobs": { items: [] },
    "GET /api/v1/jobs/j1": job("failed", { kind: "import", problem: "No such file." }),
  });
  show(<Boundaries name="reopen_rate" />, { at: "/?job=j1" });
  await screen.findByRole("button", { name: "Weigh other boundaries" });
  await waitFor(() => expect(screen.queryByText("No such file.")).toBeNull());
});

test("while a newer build is opened it offers nothing to press", async () => {
  answer({ [ADDRESS]: { ...notMade, state: "opening" }, "GET /api/v1/jobs": { items: [] } });
  show(<Boundaries name="reopen_rate" />);
  await screen.findByText("A newer build is being opened");
  expect(screen.queryByRole("button")).toBeNull();
});
