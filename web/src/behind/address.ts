/** The address of the drawer that shows what is behind a number: the screen's own address and the number's word. */
import { useCallback, useMemo } from "react";
import { useLocation, useSearchParams } from "react-router";
import { drillTo, type Selection } from "~/selection";

export const BEHIND = "behind";
/** The journey that is open inside the drawer. */
export const BEHIND_JOURNEY = "behind_journey";
export const BEHIND_SORT = "behind_sort";
const OF_DRAWER = [BEHIND, BEHIND_JOURNEY, BEHIND_SORT];

/** The journeys behind a number as a screen of their own: to share, to bookmark, to open in another tab. */
export const behindHref = (through: string, selection: Selection): string => drillTo(through, selection);

export interface Behind {
  /** The number whose journeys are shown, null while the drawer is closed. */
  through: string | null;
  /** The journey open inside it. */
  journey: string | null;
  /** This very screen with the drawer open on a number; for links. */
  hrefOf: (through: string) => string;
  open: (through: string) => void;
  openJourney: (journeyId: string) => void;
  /** From the journey back to the list. */
  back: () => void;
  close: () => void;
}

/** What the address says about the drawer, and how to change it. Opening is a step that the browser's back button undoes. */
export function useBehind(): Behind {
  const { pathname } = useLocation();
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (set: Record<string, string>, remove: readonly string[], replace: boolean) => {
      setQuery((now) => changed(now, set, remove), { replace, preventScrollReset: true });
    },
    [setQuery],
  );
  return useMemo(
    () => ({
      through: query.get(BEHIND),
      journey: query.get(BEHIND_JOURNEY),
      hrefOf: (through) => `${pathname}?${changed(query, { [BEHIND]: through }, OF_DRAWER)}`,
      open: (through) => change({ [BEHIND]: through }, OF_DRAWER, false),
      openJourney: (journeyId) => change({ [BEHIND_JOURNEY]: journeyId }, [], false),
      back: () => change({}, [BEHIND_JOURNEY], true),
      close: () => change({}, OF_DRAWER, true),
    }),
    [query, pathname, change],
  );
}

function changed(now: URLSearchParams, set: Record<string, string>, remove: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const name of remove) next.delete(name);
  for (const [name, value] of Object.entries(set)) next.set(name, value);
  return next;
}
