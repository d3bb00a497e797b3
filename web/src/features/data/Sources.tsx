/** All sources with the account of their rows; one opens with its files. */
import { useAsk } from "~/api/client";
import { Ledger, useOrderJob } from "~/jobs";
import { usePlace } from "~/selection";
import {
  amountColumn,
  Badge,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  nameColumn,
  ProblemState,
  Shown,
  Skeleton,
  StateBadge,
} from "~/ui";
import { words } from "~/words";
import { date, moment, number } from "~/words/format";
import { SourceDrawer } from "./SourceDrawer";
import { REFUSED, type Source, type SourceList } from "./types";

const said = words.data.sources;
const parts = words.jobs.ledger;

export function Sources() {
  const ask = useAsk("/api/v1/sources", {}, { everySeconds: 10 });
  const [open, setOpen] = usePlace("source", "");
  return (
    <Shown ask={ask} skeleton={<Skeleton height={420} />} empty={(sources) => isEmpty(sources) && <Nothing />}>
      {(sources) => (
        <div className="data-stack">
          <All sources={sources} onRefused={() => setOpen(REFUSED, "push")} />
          <DataTable
            label={words.data.tabs.sources}
            columns={COLUMNS}
            rows={sources.items}
            rowKey={(source) => source.source}
            onRow={(source) => setOpen(source.source, "push")}
            rowLabel={(source) => said.open(source.source)}
            caption={words.data.tabs.sources}
            download={said.download}
            totals={totalsOf(sources)}
          />
          <SourceDrawer
            name={open}
            source={sources.items.find((source) => source.source === open)}
            onClose={() => setOpen(null)}
          />
        </div>
      )}
    </Shown>
  );
}

const isEmpty = (sources: SourceList): boolean => sources.items.length === 0 && sources.refused_files === 0;

function All({ sources, onRefused }: { sources: SourceList; onRefused: () => void }) {
  const { order, problem, isPending } = useOrderJob();
  return (
    <Card title={said.title}>
      <div className="data-stack">
        <Ledger counts={sources.total} />
        {!sources.current && sources.items.length > 0 && (
          <p className="data-stale">
            <StateBadge state="stale" reason={said.stale} />
            <span>{said.stale}</span>
            <Button
              size="small"
              icon="refresh"
              isPending={isPending}
              onPress={() => void order("build").catch(() => null)}
            >
              {said.build}
            </Button>
          </p>
        )}
        {problem && <ProblemState problem={problem} compact />}
        {sources.refused_files > 0 && (
          <p className="data-stale">
            <span>{said.refused(sources.refused_files)}</span>
            <Button size="small" icon="eye" onPress={onRefused}>
              {said.showRefused}
            </Button>
          </p>
        )}
      </div>
    </Card>
  );
}

function Nothing() {
  return (
    <EmptyState
      icon="data"
      title={said.empty}
      body={said.emptyBody}
      action={
        <LinkButton kind="primary" icon="upload" to="/start">
          {words.data.add}
        </LinkButton>
      }
    />
  );
}

const count = (id: "received" | "stored" | "duplicate" | "quarantined" | "refused", sign = ""): Column<Source> => ({
  id,
  header: `${sign}${parts[id]}`,
  align: "end",
  cell: (source) =>
    id === "quarantined" && source.counts[id] > 0 ? (
      <Badge tone="warn">{number(source.counts[id])}</Badge>
    ) : (
      number(source.counts[id])
    ),
  value: (source) => source.counts[id],
});

const COLUMNS: Column<Source>[] = [
  nameColumn("source", said.source, (source) => source.source),
  {
    id: "system",
    header: said.system,
    cell: (source) => source.connector_title,
    value: (source) => source.connector_title,
    hideOnSmall: true,
  },
  amountColumn("files", said.files, number, (source) => source.files),
  count("received"),
  count("stored", "= "),
  count("duplicate", "+ "),
  count("quarantined", "+ "),
  count("refused", "+ "),
  {
    id: "newest",
    header: said.newest,
    cell: (source) => <span className="nowrap">{date(source.newest_at)}</span>,
    value: (source) => source.newest_at,
  },
  {
    id: "imported",
    header: said.imported,
    cell: (source) => <span className="nowrap">{moment(source.imported_at)}</span>,
    value: (source) => source.imported_at,
    hideOnSmall: true,
  },
  {
    id: "state",
    header: said.state,
    cell: (source) => <SourceBadge state={source.state} />,
    value: (source) => said.states[source.state] ?? source.state,
  },
];

export function SourceBadge({ state }: { state: string }) {
  const tone = state === "complete" ? "good" : state === "reading" ? "info" : "warn";
  const icon = state === "complete" ? "check" : state === "reading" ? "hourglass" : "warning";
  return (
    <Badge tone={tone} icon={icon}>
      {said.states[state] ?? state}
    </Badge>
  );
}

function totalsOf({ items, total }: SourceList): Record<string, string> {
  return {
    source: said.sum,
    files: number(items.reduce((sum, source) => sum + source.files, 0)),
    received: number(total.received),
    stored: number(total.stored),
    duplicate: number(total.duplicate),
    quarantined: number(total.quarantined),
    refused: number(total.refused),
  };
}
