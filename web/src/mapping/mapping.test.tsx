/** A meaning added by hand says nothing until it is chosen, and what wasn't chosen fills no blank cell. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answer } from "~/testing/answers";
import { show } from "~/testing/show";
import { words } from "~/words";
import { setFormat } from "~/words/format";
import { MappingForm } from "./MappingForm";
import { PreviewPanel } from "./PreviewPanel";
import type { Checked, Draft, Guess } from "./types";

const said = words.mapping;
const proposed: Draft = {
  connector: "table",
  source: "calls",
  zone: "UTC",
  shape: "events",
  address: "customer_ref",
  network: null,
  decimal: ".",
  missing: [""],
  reading: {},
  columns: { occurred_at: "Start" },
  constants: { direction: "inbound" },
  channels: {},
  values: {},
  times: {},
  milestones: [],
};
const columns = [
  { name: "Start", examples: ["2026-10-28 15:24"] },
  { name: "Result", examples: ["zz9", "done"] },
];
const guesses: Guess[] = [
  { field: "occurred_at", column: "Start", reason: "every value is a time", confidence: 0.95, examples: [] },
];
const field = (name: string) => ({ name, meaning: name, group: "" });
let latest: Draft = proposed;

beforeEach(() => {
  latest = proposed;
  answer({
    "GET /api/v1/mapping-words": {
      fields: ["occurred_at", "direction", "outcome"].map(field),
      channels: [{ name: "chat", meaning: "Chat" }],
      directions: ["inbound", "outbound"],
      parties: ["customer"],
      kinds: ["message"],
      outcomes: ["resolved", "closed"],
      identifiers: [],
      translated: ["direction", "outcome"],
      times: [],
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  setFormat({ timeZone: "UTC" });
});

function Editing() {
  const [draft, setDraft] = useState(proposed);
  latest = draft;
  return <MappingForm {...{ draft, columns, guesses, proposed, flaws: [] }} onChange={setDraft} />;
}

const pick = async (label: string, option: string) => {
  await userEvent.click(await screen.findByRole("button", { name: new RegExp(`${label}$`) }));
  await userEvent.click(await screen.findByRole("option", { name: new RegExp(option) }));
};

test("a field added by hand is unset until a column is chosen, and then holds nothing but that column", async () => {
  show(<Editing />);
  await pick(said.add, "Outcome");
  await screen.findByText(said.unset);
  expect(latest).toEqual(proposed);
  await pick(said.columnFor("Outcome"), "Result");
  expect(latest.columns.outcome).toBe("Result");
  expect(latest.constants).toEqual(proposed.constants);
});

test("one word for every row is the word that was chosen, never the first of the list", async () => {
  show(<Editing />);
  await pick(said.add, "Outcome");
  await pick(said.columnFor("Outcome"), said.sameForAll);
  await screen.findByText(said.unsetWord);
  expect(latest.constants.outcome).toBeUndefined();
  await pick(said.constant("Outcome"), "closed");
  expect(latest.constants.outcome).toBe("closed");
});

test("what Clew assumed without a column is called assumed, and chosen once a person changed it", async () => {
  show(<Editing />);
  await screen.findByText(said.assumed);
  await pick(said.constant("Direction"), said.directions.outbound ?? "");
  await screen.findByText(said.chosen);
  expect(screen.queryByText(said.assumed)).toBeNull();
});

test("the words of a column chosen by hand for fixed words stand there at once, to be given a meaning", async () => {
  show(<Editing />);
  await pick(said.add, "Outcome");
  await pick(said.columnFor("Outcome"), "Result");
  const spelt = await screen.findByRole("region", { name: said.values("Outcome") });
  expect(spelt.closest("details")?.open).toBe(true);
  within(spelt).getByText("done");
  await pick(said.meansOf("zz9"), "closed");
  expect(latest.values).toEqual({ outcome: { zz9: "closed" } });
});

test("the preview's times are those of the workspace's zone, which is named, and it lists words nobody understood", async () => {
  setFormat({ timeZone: "Europe/Berlin" });
  const read = {
    row: 1,
    occurred_at: "2026-10-28T14:24:00Z",
    channel: "chat",
    touchpoint: "asks",
    kind: "message",
    direction: "inbound",
    party: "customer",
    identifiers: [],
  };
  const preview = { rows: 1, stored: 1, interactions: 1, duplicate: 0, quarantined: 0, refused: 0, held_back: [] };
  const unread = [{ field: "outcome", rows: 30, distinct: 1, words: [{ text: "weitergeleitet", rows: 30 }] }];
  const checked = { problems: [], tried_on: "first", preview: { ...preview, times: [], read: [read], unread } };
  const check = { checked: checked as unknown as Checked, isBehind: false, problem: null, again: () => {} };
  show(<PreviewPanel check={check} />);
  await waitFor(() => screen.getByRole("columnheader", { name: said.when("Europe/Berlin") }));
  screen.getByText(/(15:24|03:24)/);
  screen.getByText("weitergeleitet");
});
