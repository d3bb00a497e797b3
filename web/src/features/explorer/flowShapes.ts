/** Turns the server's flow into what the graph draws. */
import type { FlowNode as Box, FlowEdge as Way } from "~/charts";
import { words } from "~/words";
import type { Flow } from "./types";

export const COLOURS = ["n", "wait"] as const;
export type Colour = (typeof COLOURS)[number];
const STRONGEST = 7;

export function boxesOf(flow: Flow): Box[] {
  const whole = Math.max(flow.journeys, 1);
  return flow.nodes.map((node) => ({
    id: node.id,
    label: node.title,
    value: node.n,
    share: node.kind === "step" ? null : node.journeys / whole,
    kind: node.kind,
    note: node.kind === "step" && node.journeys !== node.n ? words.explorer.flow.nodeNote(node.journeys) : null,
  }));
}

export function waysOf(flow: Flow, colour: Colour): Way[] {
  const step = steps(flow.edges.map((edge) => (colour === "n" ? edge.n : edge.median_wait_seconds)));
  return flow.edges.map((edge, at) => ({
    from: edge.source,
    to: edge.target,
    value: edge.n,
    heat: step[at] ?? 0,
    note: words.explorer.flow.edgeLabel(edge.n, colour === "wait" ? edge.median_wait_seconds : null),
  }));
}

/** Strength from 0 (none) to 7 on a scale that keeps small values apart: waits run from seconds to weeks. */
export function steps(values: readonly (number | null)[]): number[] {
  const logs = values.map((value) => (value === null || value < 0 ? null : Math.log1p(value)));
  const known = logs.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return logs.map((value) => {
    if (value === null) return 0;
    return high > low ? 1 + Math.round(((value - low) / (high - low)) * (STRONGEST - 1)) : STRONGEST;
  });
}

export const titleOf = (flow: Flow, id: string): string => flow.nodes.find((node) => node.id === id)?.title ?? id;

export function tableOf(flow: Flow) {
  const said = words.explorer.flow;
  const titles = new Map(flow.nodes.map((node) => [node.id, node.title]));
  return {
    columns: [said.from, said.to, said.n, said.wait],
    rows: flow.edges.map((edge) => [
      titles.get(edge.source) ?? edge.source,
      titles.get(edge.target) ?? edge.target,
      edge.n,
      edge.median_wait_seconds,
    ]),
  };
}

/** Which node or edge of the graph the open drawer belongs to. */
export function pickedIn(flow: Flow, word: string | null): string | null {
  if (word === null) return null;
  const node = flow.nodes.find((each) => each.through === word);
  const edge = flow.edges.find((each) => each.through === word);
  return node?.id ?? (edge ? `${edge.source}→${edge.target}` : null);
}

export const coverageOf = (written: string): number => {
  const value = Number.parseInt(written, 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), 100) : 80;
};

export const shows = (flow: Flow): string => {
  const said = words.explorer.flow;
  if (flow.shown_journeys === flow.journeys) return said.showsAll(flow.journeys, flow.variants);
  const share = flow.shown_journeys / Math.max(flow.journeys, 1);
  return said.shows(share, flow.shown_journeys, flow.journeys, flow.shown_variants, flow.variants);
};

export const sums = (flow: Flow): string => words.explorer.flow.sums(flow.steps, flow.moves);
