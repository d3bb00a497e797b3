/** The overview says why a number, a line or a remark isn't there, and nothing that isn't so. */
import { screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { components } from "~/api/client";
import { answer } from "~/testing/answers";
import { show } from "~/testing/show";
import { words } from "~/words";
import { BusyJourneys } from "./BusyJourneys";
import { HeadlineCard } from "./HeadlineCard";
import { Health } from "./Health";

const said = words.overview;
afterEach(() => vi.unstubAllGlobals());

const tally = (stored: number) => ({ received: stored, stored, duplicate: 0, quarantined: 0, refused: 0 });
const health = (stored: number, current: boolean) => ({
  sources: stored > 0 ? [{ source: "calls", tally: tally(stored), newest_at: null, unfinished: 0 }] : [],
  total: { ...tally(stored), balanced: true },
  refused_files: 0,
  current,
});

test("where nothing is stored, nothing is missing from the numbers", async () => {
  answer({ "GET /api/v1/overview/health": health(0, false) });
  show(<Health />);
  await screen.findByText(said.health.none.title);
  expect(screen.queryByText(said.health.stale)).toBeNull();
});

test("what is stored and not in the numbers is told", async () => {
  answer({ "GET /api/v1/overview/health": health(7, false) });
  show(<Health />);
  expect((await screen.findAllByText(said.health.stale)).length).toBeGreaterThan(0);
});

test("a share that few journeys told is withheld, visibly and with how many; the head says of which journeys it is", async () => {
  const path = (through: string, told: number) => ({
    channels: ["chat"],
    titles: ["Chat"],
    variants: 1,
    n: 20,
    share: 0.5,
    told,
    resolved: 2,
    median_duration_seconds: 60,
    through,
  });
  answer({ "GET /api/v1/overview/journeys": { paths: [path("a", 3), path("b", 0), path("c", 8)], issues: [] } });
  show(<BusyJourneys />);
  await screen.findByText("withheld: 3 told");
  screen.getByText("none told yet");
  screen.getByText("25%");
  screen.getByRole("columnheader", { name: /of those that ended/ });
});

test("where too few days have a value for a line, the card says so instead of a blank", () => {
  const bucket = (value: number | null, day: string) => ({ value, first_day: day, last_day: day, young: false });
  const line = {
    metric: { name: "x", title: "Resolved", value: 0.5, unit: "ratio", low: 0.4, high: 0.6, n: 30, state: "ok" },
    trend: { period: "week", buckets: [bucket(null, "2026-05-04"), bucket(0.5, "2026-05-11")] },
    change: null,
    through: "",
  } as unknown as components["schemas"]["HeadlineLine"];
  show(<HeadlineCard line={line} compares={false} />);
  screen.getByText(said.noLine(1, "week"));
});
