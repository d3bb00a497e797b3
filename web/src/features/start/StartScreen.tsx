/** From empty to a map: choose files, check how Clew reads them, import, see the map. */
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import { useJob } from "~/jobs";
import { Screen, Steps } from "~/ui";
import { words } from "~/words";
import { Choose } from "./Choose";
import { Looked } from "./Looked";
import { Sent } from "./Sent";
import { useUpload } from "./useUpload";
import { Work } from "./Work";
import "./start.css";

const said = words.start;
type Place = "upload" | "look" | "job";

export default function StartScreen() {
  const [query, setQuery] = useSearchParams();
  const [upload, look, job] = [query.get("upload"), query.get("look"), query.get("job")];
  /** The address says where in the sequence one is; going on is a step that the back button undoes. */
  const go = useCallback(
    (place: Place | null, id = "", how: "push" | "replace" = "push") =>
      setQuery(place ? { [place]: id } : {}, { replace: how === "replace" }),
    [setQuery],
  );
  const sending = useUpload(
    upload,
    useCallback((id: string) => go("upload", id), [go]),
  );
  const work = useJob(job);
  const goOn: Go = (place, ...rest) => {
    if (place === null) sending.forget();
    go(place, ...rest);
  };
  const step = job ? (work.data?.state === "done" ? "map" : "import") : look ? "check" : "choose";
  return (
    <Screen title={words.app.screens.start} lead={said.lead}>
      <div className="start">
        <Steps
          label={said.steps}
          steps={(["choose", "check", "import", "map"] as const).map((id) => ({ id, label: said.step[id] }))}
          current={step}
        />
        {job ? (
          <Work id={job} go={goOn} />
        ) : look ? (
          <Looked id={look} go={goOn} />
        ) : sending.items.length > 0 || upload ? (
          <Sent id={upload} sending={sending} go={go} />
        ) : (
          <Choose sending={sending} go={go} />
        )}
      </div>
    </Screen>
  );
}

export type Go = (place: Place | null, id?: string, how?: "push" | "replace") => void;
