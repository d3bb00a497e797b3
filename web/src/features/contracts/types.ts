/** The shapes that contracts come and go in, from the server's schema. */
import type { Answer, components } from "~/api/client";

export type Contract = components["schemas"]["ContractState"];
export type Conformance = components["schemas"]["ConformanceState"];
export type Kept = Answer<"/api/v1/contracts">;

export const SIDES = ["from_channel", "to_channel", "from_party", "to_party", "from_team", "to_team"] as const;
export type Side = (typeof SIDES)[number];
