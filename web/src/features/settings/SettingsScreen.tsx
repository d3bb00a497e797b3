/** Settings: what decides how journeys are cut, which stage a step is in, and what counts. */
import { useAsk } from "~/api/client";
import { Screen, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { Editor } from "./Editor";
import "./settings.css";

export default function SettingsScreen() {
  const ask = useAsk("/api/v1/settings");
  const known = useAsk("/api/v1/settings/words", {}, { ofView: false });
  return (
    <Screen title={words.app.screens.settings} lead={words.settings.lead}>
      <Shown ask={known} skeleton={<Skeleton height={560} />}>
        {(choices) => (
          <Shown ask={ask} skeleton={<Skeleton height={560} />}>
            {(kept) => <Editor kept={kept} etag={ask.etag ?? ""} known={choices} />}
          </Shown>
        )}
      </Shown>
    </Screen>
  );
}
