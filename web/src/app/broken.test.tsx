/** When a screen breaks or can't be fetched, the frame stays and says what to do; the next screen works again. */
import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeQueryClient } from "~/api/queries";
import { setReachable } from "~/api/reachable";
import { answer } from "~/testing/answers";
import { company } from "~/testing/show";
import { words } from "~/words";
import { tree } from "./App";
import { page as browserPage } from "./useReloadWhenBack";

function Broken(): never {
  throw new Error("undefined is not a journey");
}

const page = (at: string) => {
  const router = createMemoryRouter(
    tree([
      { path: "map", element: <Broken /> },
      {
        path: "explorer",
        lazy: () => Promise.reject(new TypeError("Failed to fetch dynamically imported module: /assets/x.js")),
      },
      { path: "settings", element: <p>settings are here</p> },
    ]),
    { initialEntries: [at] },
  );
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
};

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  answer({
    "GET /api/v1/session": { signed_in: true, csrf: "t" },
    "GET /api/v1/workspace": company,
    "GET /api/v1/jobs": { items: [] },
    "GET /api/v1/metrics": { metrics: [] },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a screen that breaks leaves the frame standing, and the next one works", async () => {
  page("/map");
  await screen.findByRole("heading", { name: words.app.broken.title });
  screen.getByText("undefined is not a journey");
  const [settings] = screen.getAllByRole("link", { name: words.app.screens.settings });
  if (settings) await userEvent.click(settings);
  await screen.findByText("settings are here");
});

test("a screen whose file is gone says so", async () => {
  page("/settings");
  await screen.findByText("settings are here");
  const [explorer] = screen.getAllByRole("link", { name: words.app.screens.explorer });
  if (explorer) await userEvent.click(explorer);
  await screen.findByRole("heading", { name: words.app.stale.title });
  expect(screen.getByText(company.name)).toBeDefined();
});

test("a screen that couldn't be fetched while Clew was stopped is fetched once it is back, and not before", async () => {
  const reload = vi.spyOn(browserPage, "reload").mockImplementation(() => {});
  page("/settings");
  await screen.findByText("settings are here");
  const [explorer] = screen.getAllByRole("link", { name: words.app.screens.explorer });
  if (explorer) await userEvent.click(explorer);
  await screen.findByRole("heading", { name: words.app.stale.title });
  expect(reload).not.toHaveBeenCalled();
  // No answer is prepared for the question whether Clew is well: it is found to be gone, without anything else asking.
  await waitFor(() => expect(document.querySelector("[data-offline]")).not.toBeNull());
  act(() => setReachable(true));
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
});
