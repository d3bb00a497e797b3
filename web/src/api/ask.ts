/** Questions and changes as hooks: `useAsk` reads an endpoint, `useTell` changes something through one. */
import { type QueryKey, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FetchResponse, MaybeOptionalInit } from "openapi-fetch";
import type { MediaType, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import { useCallback } from "react";
import { api } from "./connection";
import { asProblem, type ClewProblem } from "./problem";
import type { paths } from "./schema";
import { useViewVersion } from "./version";

export type GetPath = PathsWithMethod<paths, "get">;
export type Change = "post" | "put" | "patch" | "delete";
type Init<P extends keyof paths, M extends keyof paths[P]> = MaybeOptionalInit<paths[P], M>;
/** The body of a good answer. */
export type Answer<P extends keyof paths, M extends keyof paths[P] = "get" & keyof paths[P]> =
  paths[P][M] extends Record<string | number, unknown>
    ? NonNullable<FetchResponse<paths[P][M], object, MediaType>["data"]>
    : never;

export interface Ask<T> {
  data: T | undefined;
  /** What to send as `If-Match` when changing what was read. */
  etag: string | null;
  problem: ClewProblem | null;
  /** Nothing to show yet. */
  isLoading: boolean;
  /** Asking; `data` may be those of the previous question. */
  isFetching: boolean;
  /** `data` belong to the previous selection, the new ones are on the way. */
  isPrevious: boolean;
  /** The server asked for patience (503) and is asked again by itself. */
  waiting: ClewProblem | null;
  refetch: () => void;
}

export interface AskOptions {
  enabled?: boolean;
  /** Ask again after so many seconds, for what changes by itself (jobs). */
  everySeconds?: number | false;
  /** False for answers that don't depend on the build (settings, jobs): a new build doesn't ask them again. */
  ofView?: boolean;
  /** False: don't show the previous selection's data while new ones load. */
  keepPrevious?: boolean;
}

type AskArguments<P extends GetPath> =
  RequiredKeysOf<NonNullable<Init<P, "get">>> extends never
    ? [init?: Init<P, "get">, options?: AskOptions]
    : [init: Init<P, "get">, options?: AskOptions];

/** Ask an endpoint: `useAsk("/api/v1/metrics", { params: { query: asParams } })`. */
export function useAsk<P extends GetPath>(path: P, ...[init, options = {}]: AskArguments<P>): Ask<Answer<P>> {
  const version = useViewVersion();
  const { enabled = true, everySeconds = false, ofView = true, keepPrevious = true } = options;
  const params = paramsOf(init);
  const queryKey = askKey(path, params, ofView ? version : "");
  const query = useQuery<{ body: Answer<P>; etag: string | null }>({
    queryKey,
    enabled,
    refetchInterval: everySeconds === false ? false : everySeconds * 1000,
    placeholderData: (previous, query) =>
      keepPrevious && query && sameThing(query.queryKey, queryKey) ? previous : undefined,
    queryFn: async ({ signal }) => {
      const { data, response } = await get(path, { ...(init as object), signal });
      return { body: data as Answer<P>, etag: response.headers.get("ETag") };
    },
  });
  // The same function at every drawing, so that an effect which asks again doesn't do so for ever.
  const { refetch: again } = query;
  const refetch = useCallback(() => void again(), [again]);
  return {
    data: query.data?.body,
    etag: query.data?.etag ?? null,
    problem: query.error ? asProblem(query.error) : null,
    isLoading: query.isPending && enabled,
    isFetching: query.isFetching,
    isPrevious: query.isPlaceholderData,
    waiting: query.failureReason && !query.error ? asProblem(query.failureReason) : null,
    refetch,
  };
}

export interface Tell<I, T> {
  /** Do it. Rejects with a ClewProblem; `problem` holds the same for showing. */
  tell: (init: I) => Promise<T>;
  problem: ClewProblem | null;
  isPending: boolean;
  data: T | undefined;
  reset: () => void;
}

/** Change something: `const { tell, problem, isPending } = useTell("post", "/api/v1/jobs")`. Afterwards everything shown is asked anew. */
export function useTell<M extends Change, P extends PathsWithMethod<paths, M>>(
  method: M,
  path: P,
  options: { refresh?: boolean } = {},
): Tell<NonNullable<Init<P, M & keyof paths[P]>>, Answer<P, M & keyof paths[P]>> {
  type I = NonNullable<Init<P, M & keyof paths[P]>>;
  type T = Answer<P, M & keyof paths[P]>;
  const queries = useQueryClient();
  const mutation = useMutation<T, unknown, I>({
    mutationFn: async (init) => (await change(method, path, init as object)) as T,
    onSuccess: () => {
      if (options.refresh !== false) void queries.invalidateQueries();
    },
  });
  return {
    tell: async (init) => {
      try {
        return await mutation.mutateAsync(init);
      } catch (thrown) {
        throw asProblem(thrown);
      }
    },
    problem: mutation.error ? asProblem(mutation.error) : null,
    isPending: mutation.isPending,
    data: mutation.data,
    reset: mutation.reset,
  };
}

/** The key under which an answer is remembered. */
export function askKey(path: string, params: Params = {}, version = ""): QueryKey {
  return [path, params.path ?? {}, params.query ?? {}, version];
}

interface Params {
  path?: object;
  query?: object;
}

function paramsOf(init: unknown): Params {
  return (init as { params?: Params } | undefined)?.params ?? {};
}

/** Whether two questions are about the same thing under different selections, so that one can stand in for the other. */
function sameThing(before: QueryKey, now: QueryKey): boolean {
  return before[0] === now[0] && JSON.stringify(before[1]) === JSON.stringify(now[1]);
}

// The client's methods are generic over literal paths; here the path is a parameter, typed by the callers above.
type Loose = (path: string, init: object) => Promise<{ data?: unknown; response: Response }>;

const get = (path: string, init: object) => (api.GET as unknown as Loose)(path, init);

async function change(method: Change, path: string, init: object): Promise<unknown> {
  const call = { post: api.POST, put: api.PUT, patch: api.PATCH, delete: api.DELETE }[method] as unknown as Loose;
  return (await call(path, init)).data;
}
