/** What the review is made of, as the server answers it. */
import type { components } from "~/api/client";

export type Queue = components["schemas"]["ReviewQueueState"];
export type Pair = components["schemas"]["PairState"];
export type Both = components["schemas"]["SideBySideState"];
export type Side = components["schemas"]["SideState"];
export type Beside = components["schemas"]["BesideState"];
export type Told = components["schemas"]["ToldState"];
export type Model = components["schemas"]["LikenessModel"];
export type Verdict = components["schemas"]["ReviewAnswer"]["verdict"];
