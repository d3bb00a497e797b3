/** Hands files over one after another, keeps what arrived, and goes on by itself when the connection is back. */
import { useCallback, useEffect, useRef, useState } from "react";
import { api, asProblem, type Problem } from "~/api/client";
import { changed, type Item, nextUp, withFiles } from "./queue";
import { type Sending, sendFile } from "./sending";

const RETRY_MS = 3_000;

export interface Uploading {
  items: readonly Item[];
  /** Why no file can be handed over at all. */
  problem: Problem | null;
  add: (files: readonly File[]) => void;
  retry: (name?: string) => void;
  remove: (name: string) => void;
  discard: () => Promise<void>;
  /** Choose anew: what was handed over is left to the server, which drops it in time. */
  forget: () => void;
  isOffline: boolean;
}

/** `id` is the upload in the address; `onBegin` puts it there. */
export function useUpload(id: string | null, onBegin: (id: string) => void): Uploading {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const files = useRef(new Map<string, File>());
  const sendings = useRef(new Map<string, Sending>());
  const upload = useRef<Promise<string> | null>(null);
  const note = useCallback((name: string, part: Partial<Item>) => setItems((now) => changed(now, name, part)), []);
  useWhatIsHere(id, setItems, setProblem);

  // Whatever waits is sent as soon as there is room.
  useEffect(() => {
    if (!id) return;
    for (const item of nextUp(items)) {
      const file = files.current.get(item.name);
      if (!file || sendings.current.has(item.name)) continue;
      const sending = sendFile(id, item.name, file, (sent) => note(item.name, { sent }));
      sendings.current.set(item.name, sending);
      note(item.name, { state: "sending", sent: 0, problem: null });
      sending.done
        .then(() => note(item.name, { state: "here", sent: item.bytes }))
        .catch((thrown: unknown) => note(item.name, { state: "failed", problem: asProblem(thrown) }))
        .finally(() => sendings.current.delete(item.name));
    }
  }, [id, items, note]);

  const isOffline = items.some((item) => item.problem?.status === 0);
  const retry = useCallback((name?: string) => {
    setItems((now) =>
      now.map((item) =>
        item.state === "failed" && (name === undefined || item.name === name)
          ? { ...item, state: "waiting", problem: null }
          : item,
      ),
    );
  }, []);
  useWhenBack(isOffline, retry);

  const add = useCallback(
    (chosen: readonly File[]) => {
      setItems((now) => {
        const { items: next, added } = withFiles(now, chosen);
        for (const [name, file] of added) files.current.set(name, file);
        return next;
      });
      if (id || upload.current) return;
      upload.current = begin();
      upload.current.then(onBegin).catch((thrown: unknown) => {
        upload.current = null;
        setProblem(asProblem(thrown));
      });
    },
    [id, onBegin],
  );

  const remove = useCallback((name: string) => {
    sendings.current.get(name)?.abort();
    files.current.delete(name);
    setItems((now) => now.filter((item) => item.name !== name));
  }, []);

  const forget = useCallback(() => {
    for (const sending of sendings.current.values()) sending.abort();
    files.current.clear();
    upload.current = null;
    setItems([]);
    setProblem(null);
  }, []);
  const discard = useCallback(async () => {
    forget();
    if (id) await api.DELETE("/api/v1/uploads/{upload_id}", { params: { path: { upload_id: id } } }).catch(() => null);
  }, [id, forget]);

  return { items, problem, add, retry, remove, discard, forget, isOffline };
}

async function begin(): Promise<string> {
  const { data } = await api.POST("/api/v1/uploads", {});
  return (data as { id: string }).id;
}

/** After a reload the server says which files arrived; the others have to be chosen again. */
function useWhatIsHere(
  id: string | null,
  setItems: (change: (now: readonly Item[]) => readonly Item[]) => void,
  setProblem: (problem: Problem) => void,
): void {
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (asked.current === id) return;
    asked.current = id;
    if (!id) return;
    api
      .GET("/api/v1/uploads/{upload_id}", { params: { path: { upload_id: id } } })
      .then(({ data }) => {
        const here = (data?.files ?? []).map(
          (file): Item => ({ name: file.name, bytes: file.bytes, sent: file.bytes, state: "here", problem: null }),
        );
        setItems((now) => [...here.filter((item) => !now.some((other) => other.name === item.name)), ...now]);
      })
      .catch((thrown: unknown) => setProblem(asProblem(thrown)));
  }, [id, setItems, setProblem]);
}

/** While the server can't be reached: try again now and then, and at once when the browser says that it is back. */
function useWhenBack(isOffline: boolean, retry: () => void): void {
  useEffect(() => {
    if (!isOffline) return;
    const again = () => retry();
    const timer = setInterval(again, RETRY_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [isOffline, retry]);
}
