/** Asking the server: typed answers, one kind of failure, patience where the server asks for it, old data while new ones load. */
import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answer, problem } from "~/testing/answers";
import { useAsk, useTell } from "./ask";
import { asProblem } from "./problem";
import { makeQueryClient } from "./queries";
import { currentSession, setSession } from "./session";
import { setViewVersion } from "./version";

function inPage() {
  const client = makeQueryClient();
  return ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
}

beforeEach(() => setSession({ state: "signed_in", csrf: "token-1", wrongSecret: false }));
afterEach(() => {
  vi.unstubAllGlobals();
  setViewVersion("");
});

test("a change repeats the token, a question doesn't", async () => {
  const asked = answer({ "GET /api/v1/jobs": { items: [] }, "POST /api/v1/jobs": { id: "1" } });
  const { result } = renderHook(() => ({ ask: useAsk("/api/v1/jobs"), tell: useTell("post", "/api/v1/jobs") }), {
    wrapper: inPage(),
  });
  await waitFor(() => expect(result.current.ask.data).toEqual({ items: [] }));
  await act(() => result.current.tell.tell({ body: { kind: "build", order: {} } }));
  const of = (method: string) => asked.find((one) => one.method === method)?.headers.get("X-Clew-Csrf");
  expect(of("POST")).toBe("token-1");
  expect(of("GET")).toBeNull();
});

test("after a change everything shown is asked anew", async () => {
  const asked = answer({ "GET /api/v1/jobs": { items: [] }, "POST /api/v1/jobs": { id: "1" } });
  const { result } = renderHook(() => ({ ask: useAsk("/api/v1/jobs"), tell: useTell("post", "/api/v1/jobs") }), {
    wrapper: inPage(),
  });
  await waitFor(() => expect(result.current.ask.data).toBeDefined());
  await act(() => result.current.tell.tell({ body: { kind: "build", order: {} } }));
  await waitFor(() => expect(asked.filter((one) => one.method === "GET").length).toBe(2));
});

test("asking again is one and the same function, so that an effect with it doesn't ask for ever", async () => {
  answer({ "GET /api/v1/jobs": { items: [] } });
  const { result, rerender } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.data).toBeDefined());
  const before = result.current.refetch;
  rerender();
  expect(result.current.refetch).toBe(before);
});

test("being signed out is known to the whole page", async () => {
  answer({ "GET /api/v1/jobs": () => problem(401) });
  const { result } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.problem?.status).toBe(401));
  expect(currentSession().state).toBe("signed_out");
});

test.each([403, 404, 409, 422, 500])("%s is a problem at once, and is not asked again", async (status) => {
  const asked = answer({ "GET /api/v1/jobs": () => problem(status, "why", { number: "7" }) });
  const { result } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.problem?.status).toBe(status));
  expect(result.current.problem?.detail).toBe("why");
  expect(result.current.problem?.more.number).toBe("7");
  expect(asked.length).toBe(1);
});

test("503 is waited out as long as the server says", async () => {
  let times = 0;
  answer({
    "GET /api/v1/jobs": () => (times++ === 0 ? problem(503, "opening", {}, { "Retry-After": "0" }) : { items: [] }),
  });
  const { result } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.data).toEqual({ items: [] }));
  expect(times).toBe(2);
});

test("no answer at all is a problem of its own", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  const { result } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.problem?.status).toBe(0));
});

test("a page in place of a problem (a proxy's) still says its status", async () => {
  answer({ "GET /api/v1/jobs": () => new Response("<html>Bad gateway</html>", { status: 502 }) });
  const { result } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.problem?.status).toBe(502));
});

test("while another selection loads, the old numbers stay and say that they are old", async () => {
  let release = () => {};
  answer({
    "GET /api/v1/metrics": ({ query }: { query: URLSearchParams }) =>
      query.get("issue") === "b"
        ? new Promise((resolve) => {
            release = () => resolve({ metrics: ["new"] });
          })
        : { metrics: ["old"] },
  });
  const { result, rerender } = renderHook(
    ({ issue }) => useAsk("/api/v1/metrics", { params: { query: { issue: [issue] } } }),
    { wrapper: inPage(), initialProps: { issue: "a" } },
  );
  await waitFor(() => expect(result.current.data?.metrics).toEqual(["old"]));
  rerender({ issue: "b" });
  expect(result.current.isPrevious).toBe(true);
  expect(result.current.data?.metrics).toEqual(["old"]);
  await waitFor(() => expect(result.current.isFetching).toBe(true));
  release();
  await waitFor(() => expect(result.current.data?.metrics).toEqual(["new"]));
  expect(result.current.isPrevious).toBe(false);
});

test("another customer never shows the one before", async () => {
  answer({ "GET /api/v1/jobs/a": { id: "a" }, "GET /api/v1/jobs/b": () => new Promise(() => {}) });
  const { result, rerender } = renderHook(
    ({ id }) => useAsk("/api/v1/jobs/{job_id}", { params: { path: { job_id: id } } }),
    { wrapper: inPage(), initialProps: { id: "a" } },
  );
  await waitFor(() => expect(result.current.data?.id).toBe("a"));
  rerender({ id: "b" });
  expect(result.current.data).toBeUndefined();
});

test("a new build is asked anew, except where the answer has nothing to do with it", async () => {
  const asked = answer({ "GET /api/v1/metrics": { metrics: [] }, "GET /api/v1/jobs": { items: [] } });
  const { result } = renderHook(
    () => ({ of: useAsk("/api/v1/metrics"), not: useAsk("/api/v1/jobs", {}, { ofView: false }) }),
    { wrapper: inPage() },
  );
  await waitFor(() => expect(result.current.of.data && result.current.not.data).toBeTruthy());
  act(() => setViewVersion("2"));
  await waitFor(() => expect(asked.filter((one) => one.path.endsWith("metrics")).length).toBe(2));
  expect(asked.filter((one) => one.path.endsWith("jobs")).length).toBe(1);
});

test("what a change needs to name is at hand: the version that was read", async () => {
  answer({ "GET /api/v1/jobs": () => Response.json({ items: [] }, { headers: { ETag: '"v7"' } }) });
  const { result } = renderHook(() => useAsk("/api/v1/jobs"), { wrapper: inPage() });
  await waitFor(() => expect(result.current.etag).toBe('"v7"'));
});

test("whatever is thrown becomes a problem", () => {
  expect(asProblem(new TypeError("Failed to fetch")).status).toBe(0);
  expect(asProblem(new Error("odd")).detail).toBe("odd");
  expect(asProblem("text").detail).toBe("text");
});
