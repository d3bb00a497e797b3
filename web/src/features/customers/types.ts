/** What the customer screen is made of, as the server answers it. */
import type { components } from "~/api/client";

export type Customer = components["schemas"]["CustomerState"];
export type Lane = components["schemas"]["LaneState"];
export type Link = components["schemas"]["LinkState"];
export type Count = components["schemas"]["CountState"];
/** Shows one journey, at one of its steps; null for all journeys. */
export type ShowJourney = (journeyId: string | null, position?: number | null) => void;
export type Graph = components["schemas"]["GraphState"];
export type Saying = components["schemas"]["SayingState"];
export type Preview = components["schemas"]["IdentityChangeState"];
export type Exchange = components["schemas"]["ExchangeState"];
export type Group = components["schemas"]["GroupState"];
export type Act = components["schemas"]["ActState"];
export type Word = components["schemas"]["IdentityWord"];
export type Verdict = Word["verdict"];
export type ProfileTrait = components["schemas"]["TraitState"];
export type ProfileValue = components["schemas"]["TraitValueState"];
export type Consent = components["schemas"]["ConsentState"];
export type ConsentStatement = components["schemas"]["StatementState"];
export type ConsentWord = components["schemas"]["ConsentWords"]["word"];
