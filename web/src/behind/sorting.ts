/** The orders in which a list of journeys can stand. */
import type { Option } from "~/ui";
import { words } from "~/words";
import type { Sort } from "./JourneyList";

const OFFERED = ["-started", "started", "-duration", "duration", "-steps", "-contacts", "-handoffs", "-times"] as const;

/** "Most occurrences" only where a journey can hold several of what is counted. */
export function sortOptions(counted: string): Option<Sort>[] {
  return OFFERED.filter((sort) => sort !== "-times" || counted !== "journeys").map((sort) => ({
    id: sort,
    label: words.behind.sort[sort],
  }));
}
