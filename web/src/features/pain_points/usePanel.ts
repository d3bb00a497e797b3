/** Which pain point is looked at closely, and which of its findings: all of it in the address. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

const OPEN = "point";
const ON = "point_on";
const AT = "point_at";

export interface Panel {
  /** The detector's name; empty: closed. */
  open: string;
  /** Only findings on this channel; empty: on any. */
  on: string;
  /** The first finding shown. */
  at: number;
  show: (detector: string) => void;
  showOn: (channel: string) => void;
  showFrom: (at: number) => void;
  close: () => void;
}

export function usePanel(): Panel {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (set: Record<string, string>, remove: readonly string[], replace: boolean) =>
      setQuery((now) => changed(now, set, remove), { replace, preventScrollReset: true }),
    [setQuery],
  );
  return useMemo(
    () => ({
      open: query.get(OPEN) ?? "",
      on: query.get(ON) ?? "",
      at: wholeNumber(query.get(AT)),
      show: (detector) => change({ [OPEN]: detector }, [ON, AT], false),
      showOn: (channel) => change(channel ? { [ON]: channel } : {}, channel ? [AT] : [ON, AT], true),
      showFrom: (at) => change(at > 0 ? { [AT]: String(at) } : {}, at > 0 ? [] : [AT], true),
      close: () => change({}, [OPEN, ON, AT], true),
    }),
    [query, change],
  );
}

function changed(now: URLSearchParams, set: Record<string, string>, remove: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const name of remove) next.delete(name);
  for (const [name, value] of Object.entries(set)) next.set(name, value);
  return next;
}

/** What somebody typed into the address may be anything. */
export function wholeNumber(written: string | null): number {
  const read = /^\d{1,9}$/.test(written ?? "") ? Number(written) : 0;
  return read;
}
