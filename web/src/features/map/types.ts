/** The map's parts as the server gives them. */
import type { components } from "~/api/client";

export type MapState = components["schemas"]["MapState"];
export type MapColumn = components["schemas"]["MapColumnState"];
export type MapLane = components["schemas"]["MapLaneState"];
export type MapCellData = components["schemas"]["MapCellState"];
export type MapEntry = components["schemas"]["MapEntryState"];
export type MapMetric = components["schemas"]["MapMetricState"];
export type Difference = components["schemas"]["DifferenceState"];
export type Compared = components["schemas"]["ComparedState"];
export type OpenedCell = components["schemas"]["OpenedCellState"];
