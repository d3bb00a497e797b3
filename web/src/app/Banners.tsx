/** What must be known on every screen: that the connection is gone, that the company is made up. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { answers, setReachable, useReachable } from "~/api/reachable";
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

/** Ask again and again whether the server is back; when it is, whoever noticed, everything shown is asked anew. */
function useKnocking(isGone: boolean): void {
  const queries = useQueryClient();
  const wasGone = useRef(false);
  useEffect(() => {
    if (!isGone) {
      if (wasGone.current) {
        notify({ text: words.app.backOnline, tone: "good" });
        void queries.invalidateQueries();
      }
      wasGone.current = false;
      return;
    }
    wasGone.current = true;
    const look = async () => {
      if (await answers()) setReachable(true);
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
