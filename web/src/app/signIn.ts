/** Signing in: the terminal's link carries a secret behind the #, which is posted once and then taken out of the address. */
import { useCallback, useEffect, useState } from "react";
import { asProblem, type ClewProblem, problemOf } from "~/api/problem";
import { queryClient } from "~/api/queries";
import { setSession } from "~/api/session";

const SECRET = /(?:^#\/?|[#&/])enter=([^&]+)/;

/** The secret in an address's fragment, if any. */
export const secretIn = (hash: string): string | null => {
  const found = SECRET.exec(hash)?.[1];
  return found ? decodeURIComponent(found) : null;
};

export function useSigningIn(): { problem: ClewProblem | null; retry: () => void } {
  const [problem, setProblem] = useState<ClewProblem | null>(null);
  const begin = useCallback(() => {
    setProblem(null);
    signIn().catch((thrown: unknown) => setProblem(asProblem(thrown)));
  }, []);
  useEffect(() => {
    begin();
    // A link opened in a tab that is already here only changes the fragment.
    const onHash = () => secretIn(location.hash) && begin();
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [begin]);
  return { problem, retry: begin };
}

let running: Promise<void> | null = null;

/** Sign in with the address's secret if there is one, then ask who we are. Called twice, it runs once. */
function signIn(): Promise<void> {
  running ??= enter().finally(() => {
    running = null;
  });
  return running;
}

async function enter(): Promise<void> {
  const secret = secretIn(location.hash);
  let wrongSecret = false;
  if (secret) {
    const answer = await ask("POST", JSON.stringify({ secret }));
    history.replaceState(history.state, "", location.pathname + location.search);
    wrongSecret = !answer.ok;
    if (!answer.ok && answer.status >= 500) throw await problemOf(answer);
  }
  const answer = await ask("GET");
  if (answer.status === 401) return setSession({ state: "signed_out", csrf: "", wrongSecret });
  if (!answer.ok) throw await problemOf(answer);
  const told = (await answer.json()) as { signed_in?: boolean; csrf?: string | null };
  const isIn = told.signed_in === true;
  setSession({ state: isIn ? "signed_in" : "signed_out", csrf: told.csrf ?? "", wrongSecret: wrongSecret && !isIn });
  if (isIn && secret) void queryClient.invalidateQueries();
}

function ask(method: "GET" | "POST", body?: string): Promise<Response> {
  const headers = { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) };
  return fetch("/api/v1/session", { method, credentials: "same-origin", headers, ...(body ? { body } : {}) });
}
