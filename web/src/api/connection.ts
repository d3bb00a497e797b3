/** The one connection to the server: typed by its schema, signed in by cookie, every failure a ClewProblem. */
import createClient from "openapi-fetch";
import { asProblem, problemOf } from "./problem";
import { setReachable } from "./reachable";
import type { paths } from "./schema";
import { currentSession, setSession } from "./session";

const CHANGES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const here = typeof location === "undefined" ? "http://localhost" : location.origin;

export const api = createClient<paths>({
  baseUrl: here,
  credentials: "same-origin",
  // Looked up at each call, so that tests can put their own in place.
  fetch: (request) => globalThis.fetch(request),
});

api.use({
  onRequest({ request }) {
    request.headers.set("Accept", "application/json");
    if (CHANGES.has(request.method)) request.headers.set("X-Clew-Csrf", currentSession().csrf);
    return request;
  },
  async onResponse({ response }) {
    setReachable(true);
    if (response.ok || response.status === 304) return;
    if (response.status === 401) setSession({ state: "signed_out" });
    throw await problemOf(response);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === "AbortError") return error;
    const problem = asProblem(error);
    if (problem.status === 0) setReachable(false);
    return problem;
  },
});
