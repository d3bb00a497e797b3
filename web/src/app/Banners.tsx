/** What must be known on every screen: that the connection is gone, that the company is made up. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { setReachable, useReachable } from "~/api/reachable";
import { Icon } from "~/ui/Icon";
import { notify } from "~/ui/notify";
import { TextLink } from "~/ui/TextLink";
import { words } from "~/words";
import "./Banners.css";

const KNOCK_MS = 3_000;

export function OfflineBanner() {
  const reachable = useReachable();
  useKnocking(!reachable);
  return (
    <div role="status" data-offline={reachable ? undefined : true}>
      {!reachable && (
        <p className="app-banner app-banner-warn">
          <Icon name="warning" size={16} />
          {words.app.offline}
        </p>
      )}
    </div>
  );
}

export function SimulatedBanner() {
  return (
    <aside className="app-banner app-banner-info" aria-label={words.app.simulatedLabel}>
      <Icon name="info" size={16} />
      <p>
        {words.app.simulated} <TextLink to="/start">{words.app.simulatedAction}</TextLink>
      </p>
    </aside>
  );
}

/** Ask again and again whether the server is back; when it is, everything shown is asked anew. */
function useKnocking(isGone: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isGone) return;
    const look = async () => {
      if (!(await answers())) return;
      setReachable(true);
      notify({ text: words.app.backOnline, tone: "good" });
      void queries.invalidateQueries();
    };
    const timer = setInterval(() => void look(), KNOCK_MS);
    return () => clearInterval(timer);
  }, [isGone, queries]);
  useEffect(() => {
    // The browser lost its network. A server on this machine may answer all the same, so that it is asked first.
    const look = async () => setReachable(await answers());
    const onOffline = () => void look();
    addEventListener("offline", onOffline);
    return () => removeEventListener("offline", onOffline);
  }, []);
}

const answers = (): Promise<boolean> =>
  fetch("/api/v1/health", { credentials: "same-origin" }).then(
    (answer) => answer.ok,
    () => false,
  );
