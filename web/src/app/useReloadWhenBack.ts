/** A screen that couldn't be fetched because Clew had stopped is fetched again once Clew is back. */
import { useEffect, useRef } from "react";
import { answers, setReachable, useReachable } from "~/api/reachable";

/** In one place, so that tests can see it called. */
export const page = { reload: () => location.reload() };

export function useReloadWhenBack(isMissing: boolean): void {
  const reachable = useReachable();
  const wasGone = useRef(false);
  useEffect(() => {
    // The file didn't come; whether that is because the server stopped nobody asked yet.
    if (isMissing) void answers().then((does) => !does && setReachable(false));
  }, [isMissing]);
  useEffect(() => {
    if (!isMissing) return;
    if (!reachable) wasGone.current = true;
    // Only after it was gone: where it answers all along, loading again by itself could go on for ever.
    else if (wasGone.current) page.reload();
  }, [isMissing, reachable]);
}
