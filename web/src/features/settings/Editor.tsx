/** The settings in their sections, with what is unsaved always in sight. */
import { usePlace } from "~/selection";
import { type TabItem, Tabs } from "~/ui";
import { words } from "~/words";
import { ChannelsTab } from "./ChannelsTab";
import { ConflictDialog } from "./ConflictDialog";
import { GeneralTab } from "./GeneralTab";
import { JourneysTab } from "./JourneysTab";
import { LeaveDialog } from "./LeaveDialog";
import { NeedsBuild } from "./NeedsBuild";
import { SaveBar } from "./SaveBar";
import { StagesTab } from "./StagesTab";
import type { Editing, Kept, Known } from "./types";
import { useEditor } from "./useEditor";

type TabId = "general" | "stages" | "journeys" | "channels";
const said = words.settings;

export function Editor({ kept, etag, known }: { kept: Kept; etag: string; known: Known }) {
  const [tab, setTab] = usePlace<TabId>("tab", "general");
  const editor = useEditor(kept, etag);
  const editing: Editing = {
    draft: editor.draft,
    known,
    change: editor.change,
    errorAt: (place) => fieldsOf(editor.problem?.more.fields).get(place),
  };
  const tabs: readonly TabItem<TabId>[] = [
    { id: "general", label: said.tabs.general, content: <GeneralTab {...editing} /> },
    { id: "stages", label: said.tabs.stages, content: <StagesTab {...editing} /> },
    { id: "journeys", label: said.tabs.journeys, content: <JourneysTab {...editing} /> },
    { id: "channels", label: said.tabs.channels, content: <ChannelsTab {...editing} /> },
  ];
  return (
    <div className="settings">
      {kept.needs_build && <NeedsBuild />}
      <Tabs
        label={said.sections}
        tabs={tabs}
        value={tabs.some((one) => one.id === tab) ? tab : "general"}
        onChange={setTab}
      />
      <SaveBar editor={editor} kept={kept} />
      <ConflictDialog editor={editor} />
      <LeaveDialog isDirty={editor.changes > 0} />
    </div>
  );
}

/** What is wrong, by place; whatever isn't a list of places says nothing. */
function fieldsOf(fields: unknown): Map<string, string> {
  const found = new Map<string, string>();
  if (!Array.isArray(fields)) return found;
  for (const field of fields as { place?: unknown; detail?: unknown }[]) {
    if (typeof field.place === "string" && typeof field.detail === "string") found.set(field.place, field.detail);
  }
  return found;
}
