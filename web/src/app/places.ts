/** The screens that the navigation leads to, in its order, with their keys. */
import type { IconName } from "~/ui/Icon";
import type { words } from "~/words";

export interface Place {
  id: keyof typeof words.app.screens;
  to: string;
  icon: IconName;
  /** The second key after `g`. */
  key: string;
  /** In the bar at the bottom of a phone; the others stand in its menu. */
  isMain?: boolean;
  /** Shows the selection bar and passes the selection on. */
  isSelectable?: boolean;
  /** For those who change Clew, not for those who use it: no list of keys names it. */
  isForMakers?: boolean;
  /** Stands apart: about the workspace, not about journeys. */
  isSetup?: boolean;
}

export const places: readonly Place[] = [
  { id: "overview", to: "/overview", icon: "overview", key: "o", isMain: true, isSelectable: true },
  { id: "map", to: "/map", icon: "map", key: "m", isMain: true, isSelectable: true },
  { id: "explorer", to: "/explorer", icon: "explorer", key: "e", isMain: true, isSelectable: true },
  { id: "handoffs", to: "/handoffs", icon: "handoffs", key: "h", isSelectable: true },
  { id: "painPoints", to: "/pain-points", icon: "pain", key: "p", isSelectable: true },
  { id: "journeys", to: "/journeys", icon: "journeys", key: "j", isSelectable: true },
  { id: "metrics", to: "/metrics", icon: "metrics", key: "n", isSelectable: true },
  { id: "customers", to: "/customers", icon: "customers", key: "c", isMain: true },
  { id: "data", to: "/data", icon: "data", key: "d", isSetup: true },
  { id: "settings", to: "/settings", icon: "settings", key: "s", isSetup: true },
];

/** Every screen by name, the start and the gallery too, for the commands. */
export const everywhere: readonly Place[] = [
  { id: "start", to: "/start", icon: "start", key: "a", isSetup: true },
  ...places,
  { id: "contracts", to: "/handoffs/contracts", icon: "flag", key: "k", isSelectable: true },
  { id: "review", to: "/customers/review", icon: "compare", key: "r" },
  { id: "gallery", to: "/gallery", icon: "density", key: "g", isSetup: true, isForMakers: true },
];

/** The navigation's place for an address: `/metrics/sla_met_rate` belongs to metrics. */
export function placeAt(pathname: string): Place | undefined {
  return places.find((place) => pathname === place.to || pathname.startsWith(`${place.to}/`));
}

/** Whether the selection bar stands above the screen at this address. */
export const showsSelection = (pathname: string): boolean => placeAt(pathname)?.isSelectable === true;
