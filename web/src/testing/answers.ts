/** Stands in for the server in tests: answers by address, remembers what was asked. */
import { vi } from "vitest";

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Reply = unknown | ((asked: Asked) => unknown);

/** `answer({ "GET /api/v1/metrics": {...} })`; a Response is sent as it is. Returns the list of what was asked. */
export function answer(replies: Record<string, Reply>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    const address = new URL(request.url);
    const body = request.body
      ? await request
          .clone()
          .json()
          .catch(() => null)
      : null;
    const one: Asked = {
      method: request.method,
      path: address.pathname,
      query: address.searchParams,
      headers: request.headers,
      body,
    };
    asked.push(one);
    const reply = replies[`${request.method} ${address.pathname}`];
    const given = typeof reply === "function" ? await (reply as (asked: Asked) => unknown)(one) : reply;
    if (given instanceof Response) return given;
    if (given === undefined) return problem(404, `No answer prepared for ${request.method} ${address.pathname}`);
    return Response.json(given);
  });
  return asked;
}

export function problem(
  status: number,
  detail = "",
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { type: "/problems/test", title: "", status, detail, ...more },
    { status, headers: { "Content-Type": "application/problem+json", ...headers } },
  );
}
