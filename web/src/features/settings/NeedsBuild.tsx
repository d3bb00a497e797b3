/** Says that the screens still show journeys of other settings, and builds them anew on demand. */
import { useTell } from "~/api/client";
import { Button, Icon, notify, ProblemState } from "~/ui";
import { words } from "~/words";

const said = words.settings.needsBuild;

export function NeedsBuild() {
  const { tell, problem, isPending, data } = useTell("post", "/api/v1/jobs");
  const order = async () => {
    try {
      await tell({ body: { kind: "build", order: {} } });
      notify({ text: said.ordered, tone: "good" });
    } catch {
      // Shown below.
    }
  };
  return (
    <div className="settings-build" role="note">
      <Icon name="refresh" size={20} />
      <div className="settings-build-words">
        <p className="settings-build-title">{data ? said.ordered : said.title}</p>
        {!data && <p>{said.body}</p>}
        {problem && <ProblemState problem={problem} compact />}
      </div>
      {!data && (
        <Button isPending={isPending} onPress={() => void order()}>
          {said.action}
        </Button>
      )}
    </div>
  );
}
