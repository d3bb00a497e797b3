/** What screens use to talk to the server: the client, questions, changes, problems. */
export { type Answer, type Ask, type AskOptions, askKey, useAsk, useTell } from "./ask";
export { api } from "./connection";
export { asProblem, ClewProblem, type ClewProblem as Problem } from "./problem";
export { queryClient } from "./queries";
export type { components, paths } from "./schema";
