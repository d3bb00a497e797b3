/** Shows a part or a screen in a test as it stands in the page: with address, answers and words. */
import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { I18nProvider, RouterProvider as LinkProvider } from "react-aria-components";
import { createMemoryRouter, RouterProvider, useHref, useNavigate } from "react-router";
import { makeQueryClient } from "~/api/queries";
import { Workspace, type WorkspaceFacts } from "~/app/workspace";

export interface ShowOptions {
  /** The address at which it is shown. */
  at?: string;
  /** The route's pattern, for screens that read parts of the path. */
  path?: string;
  workspace?: WorkspaceFacts;
}

/** Returns testing-library's result and the router, whose `state.location` tells the address. */
export function show(
  element: ReactElement,
  { at = "/", path = "*", workspace = company }: ShowOptions = {},
): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const router = createMemoryRouter([{ path, element: <Links>{element}</Links> }], { initialEntries: [at] });
  const shown = render(
    <QueryClientProvider client={makeQueryClient()}>
      <I18nProvider locale="en-GB">
        <Workspace.Provider value={workspace}>
          <RouterProvider router={router} />
        </Workspace.Provider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { ...shown, router };
}

function Links({ children }: { children: ReactElement }) {
  const navigate = useNavigate();
  return (
    <LinkProvider navigate={navigate} useHref={useHref}>
      {children}
    </LinkProvider>
  );
}

/** A small company to test with. */
export const company: WorkspaceFacts = {
  name: "Nordlicht",
  time_zone: "UTC",
  currency: "EUR",
  empty: false,
  simulated: true,
  opening: null,
  view: {
    version: "1",
    built_at: "2026-11-20T08:00:00Z",
    first_day: "2026-01-01",
    last_day: "2026-10-31",
    interactions: 1000,
    customers: 200,
    journeys: 400,
  },
  options: {
    channels: [
      { id: "chat", title: "Chat", journeys: 100 },
      { id: "email", title: "Email", journeys: 100 },
      { id: "phone", title: "Phone", journeys: 100 },
    ],
    first_channels: [{ id: "chat", title: "Chat", journeys: 400 }],
    issues: [
      { id: "billing", title: "Billing", journeys: 240 },
      { id: "delivery", title: "Delivery", journeys: 160 },
    ],
    outcomes: [
      { id: "resolved", title: "Resolved", journeys: 100 },
      { id: "abandoned", title: "Abandoned", journeys: 100 },
    ],
    sources: [{ id: "tickets", title: "Tickets", journeys: 100 }],
    stages: [{ id: "support", title: "Support", journeys: 100 }],
  },
};
