/** What a thread is made of, as the server answers it. */
import type { components } from "~/api/client";

export type Thread = components["schemas"]["ThreadState"];
export type ThreadStep = components["schemas"]["ThreadStepState"];
export type ThreadHandoff = components["schemas"]["ThreadHandoffState"];
