/** How answers are remembered and when the page asks again by itself. */
import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

const PATIENCE = 60;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A server on this machine answers although the browser believes it is offline.
        networkMode: "always",
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, thrown) => asProblem(thrown).status === 503 && failures < PATIENCE,
        retryDelay: (_, thrown) => Math.min(asProblem(thrown).retryAfterSeconds ?? 1, 10) * 1000,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

export const queryClient = makeQueryClient();
