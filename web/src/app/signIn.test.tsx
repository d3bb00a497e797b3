/** Signing in by the terminal's link: the secret is posted once, leaves the address, and never comes back. */
import { render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { currentSession, setSession } from "~/api/session";
import { answer, problem } from "~/testing/answers";
import { words } from "~/words";
import { SignedOut } from "./SignedOut";
import { secretIn, useSigningIn } from "./signIn";

function Door() {
  const { problem: failure } = useSigningIn();
  return <p>{failure ? `failed ${failure.status}` : currentSession().state}</p>;
}

beforeEach(() => setSession({ state: "unknown", csrf: "", wrongSecret: false }));
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, "", "/");
});

test("the link signs in and leaves nothing in the address", async () => {
  history.replaceState(null, "", "/map?issue=billing#/enter=s3cret%2F");
  const asked = answer({
    "POST /api/v1/session": { signed_in: true },
    "GET /api/v1/session": { signed_in: true, csrf: "t" },
  });
  render(<Door />);
  await waitFor(() => expect(currentSession()).toMatchObject({ state: "signed_in", csrf: "t" }));
  expect(asked[0]?.body).toEqual({ secret: "s3cret/" });
  expect(location.href).toMatch(/\/map\?issue=billing$/);
});

test("a used link says so, unless this browser is in already", async () => {
  history.replaceState(null, "", "/#/enter=old");
  answer({ "POST /api/v1/session": () => problem(401), "GET /api/v1/session": { signed_in: false } });
  const first = render(<Door />);
  await waitFor(() => expect(currentSession()).toMatchObject({ state: "signed_out", wrongSecret: true }));
  first.unmount();
  history.replaceState(null, "", "/#/enter=old");
  answer({ "POST /api/v1/session": () => problem(401), "GET /api/v1/session": { signed_in: true, csrf: "t" } });
  render(<Door />);
  await waitFor(() => expect(currentSession()).toMatchObject({ state: "signed_in", wrongSecret: false }));
});

test("without a link it only asks who is there", async () => {
  const asked = answer({ "GET /api/v1/session": { signed_in: false } });
  render(<Door />);
  await waitFor(() => expect(currentSession().state).toBe("signed_out"));
  expect(asked.map((one) => one.method)).toEqual(["GET"]);
});

test("a server that doesn't answer is not taken for being signed out", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  render(<Door />);
  await screen.findByText("failed 0");
  expect(currentSession().state).toBe("unknown");
});

test("the secret is found in every form of the link, and nothing else is taken for one", () => {
  expect([secretIn("#/enter=a"), secretIn("#enter=a"), secretIn("#x=1&enter=a")]).toEqual(["a", "a", "a"]);
  expect([secretIn(""), secretIn("#content"), secretIn("#/enter="), secretIn("#/reenter=a")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("the closed door tells how to get in", () => {
  render(<SignedOut wrongSecret />);
  screen.getByRole("alert");
  screen.getByText(words.app.signedOut.command);
});
