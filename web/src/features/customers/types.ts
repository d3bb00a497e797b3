/** What the customer screen is made of, as the server answers it. */
import type { components } from "~/api/client";

export type Customer = components["schemas"]["CustomerState"];
export type Lane = components["schemas"]["LaneState"];
export type Link = components["schemas"]["LinkState"];
export type Count = components["schemas"]["CountState"];
/** Shows one journey, at one of its steps; null for all journeys. */
export type ShowJourney = (journeyId: string | null, position?: number | null) => void;
