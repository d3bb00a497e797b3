/** Who may be one person: pairs that wait for an answer, side by side, and what likeness learnt. */
import { usePlace } from "~/selection";
import { LinkButton, Screen, Tabs } from "~/ui";
import { words } from "~/words";
import { MatchButton } from "./Match";
import { Waiting } from "./Waiting";
import { Weights } from "./Weights";
import "./review.css";

const said = words.review;
const TABS = ["queue", "model"] as const;
type TabName = (typeof TABS)[number];

export default function ReviewScreen() {
  const [tab, setTab] = usePlace<TabName>("tab", "queue");
  const contents = { queue: <Waiting />, model: <Weights /> };
  return (
    <Screen
      title={said.title}
      lead={said.lead}
      wide
      actions={
        <>
          <LinkButton to="/customers" kind="quiet" icon="arrow-left">
            {said.back}
          </LinkButton>
          <MatchButton />
        </>
      }
    >
      <Tabs
        label={said.tabsLabel}
        value={TABS.find((name) => name === tab) ?? "queue"}
        onChange={(name) => setTab(name, "push")}
        tabs={TABS.map((id) => ({ id, label: said.tabs[id], content: contents[id] }))}
      />
    </Screen>
  );
}
