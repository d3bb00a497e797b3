/** Where the numbers come from: sources with their account, the quarantine, how files are read, and the work done. */
import { useNavigate, useParams } from "react-router";
import { useAsk } from "~/api/client";
import { isOver, useJobs } from "~/jobs";
import { LinkButton, Screen, Tabs } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { Jobs } from "./Jobs";
import { Mappings } from "./Mappings";
import { Quality } from "./Quality";
import { Quarantine } from "./Quarantine";
import { Sources } from "./Sources";
import { StartOver } from "./StartOver";
import "./data.css";

const said = words.data;
const TABS = ["sources", "quality", "quarantine", "mappings", "jobs"] as const;
type TabName = (typeof TABS)[number];

export default function DataScreen() {
  const { tab } = useParams();
  const go = useNavigate();
  const open: TabName = TABS.find((name) => name === tab) ?? "sources";
  const { data: reasons } = useAsk("/api/v1/quarantine/reasons", {}, { ofView: false });
  const { data: jobs } = useJobs();
  const busy = (jobs?.items ?? []).filter((job) => !isOver(job)).length;
  const contents = {
    sources: <Sources />,
    quality: <Quality />,
    quarantine: <Quarantine />,
    mappings: <Mappings />,
    jobs: <Jobs />,
  };
  const counts: Partial<Record<TabName, number>> = { quarantine: reasons?.rows ?? 0, jobs: busy };
  return (
    <Screen
      title={words.app.screens.data}
      lead={said.lead}
      wide
      actions={
        <>
          <StartOver />
          <LinkButton kind="primary" icon="upload" to="/start">
            {said.add}
          </LinkButton>
        </>
      }
    >
      <Tabs
        label={said.tabsLabel}
        value={open}
        onChange={(name) => go(`/data/${name}`)}
        tabs={TABS.map((id) => ({
          id,
          label: said.tabs[id],
          content: contents[id],
          ...(counts[id] ? { count: number(counts[id]) } : {}),
        }))}
      />
    </Screen>
  );
}
