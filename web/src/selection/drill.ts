/** The address of the journeys behind a number, under the same selection. */
import { type Selection, withSelection } from "./selection";

export function drillTo(through: string, selection: Selection, more: Record<string, string> = {}): string {
  const query = withSelection(new URLSearchParams({ through, ...more }), selection);
  return `/journeys?${query}`;
}

/** Any screen under the same selection: `screenAt("/handoffs", selection)`. */
export function screenAt(path: string, selection: Selection, more: Record<string, string> = {}): string {
  const query = withSelection(new URLSearchParams(more), selection).toString();
  return query ? `${path}?${query}` : path;
}
