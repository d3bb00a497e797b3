/** Sends one file to the server and tells how far it is; a browser's `fetch` can't tell that. */
import { asProblem, ClewProblem } from "~/api/problem";
import { currentSession, setSession } from "~/api/session";

export interface Sending {
  done: Promise<void>;
  abort: () => void;
}

export function sendFile(upload: string, name: string, file: Blob, onSent: (bytes: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.open("PUT", `/api/v1/uploads/${encodeURIComponent(upload)}/files?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("X-Clew-Csrf", currentSession().csrf);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status < 300 ? resolve() : reject(problemOf(request)));
    request.onerror = () => reject(new ClewProblem({ type: "/problems/offline", status: 0 }));
    request.onabort = () => reject(asProblem(new DOMException("aborted", "AbortError")));
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}

function problemOf(request: XMLHttpRequest): ClewProblem {
  if (request.status === 401) setSession({ state: "signed_out" });
  try {
    return new ClewProblem({ ...(JSON.parse(request.responseText) as object), status: request.status });
  } catch {
    return new ClewProblem({ status: request.status });
  }
}
