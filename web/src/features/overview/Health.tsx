/** Whether the data hold: what became of every row of every source, how fresh it is, and what isn't in the numbers yet. */
import { type components, useAsk } from "~/api/client";
import { Badge, Card, type Column, DataTable, EmptyState, FileScope, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { moment, number } from "~/words/format";
import { Foot } from "./Foot";

type State = components["schemas"]["HealthState"];
type Source = components["schemas"]["SourceState"];

const said = words.overview.health;

export function Health() {
  const ask = useAsk("/api/v1/overview/health");
  return (
    <Card
      title={said.title}
      lead={said.lead}
      flush
      footer={
        <Foot to="/data" link={said.toData}>
          {ask.data && isAnything(ask.data) && (ask.data.current ? said.current : said.stale)}
        </Foot>
      }
    >
      <FileScope.Provider value="">
        <Shown
          ask={ask}
          skeleton={<Skeleton height={320} />}
          empty={(data) =>
            data.sources.length === 0 ? <EmptyState compact title={said.none.title} body={said.none.body} /> : null
          }
        >
          {(data) => (
            <DataTable
              label={said.title}
              caption={<Marks health={data} />}
              columns={COLUMNS}
              rows={data.sources}
              rowKey={(source) => source.source}
              totals={totals(data)}
              download="ledger"
            />
          )}
        </Shown>
      </FileScope.Provider>
    </Card>
  );
}

/** Where nothing was stored, nothing can be missing from the numbers. */
const isAnything = (health: State): boolean => health.total.stored > 0;

/** What wants somebody's attention, in words. */
function Marks({ health }: { health: State }) {
  const unfinished = health.sources.reduce((sum, source) => sum + source.unfinished, 0);
  const { balanced, quarantined } = health.total;
  return (
    <span className="o-marks">
      <Badge tone={balanced ? "good" : "bad"} icon={balanced ? "check" : "warning"}>
        {balanced ? said.balanced : said.unbalanced}
      </Badge>
      {isAnything(health) && !health.current && (
        <Badge tone="warn" icon="clock">
          {said.stale}
        </Badge>
      )}
      {unfinished > 0 && (
        <Badge tone="warn" icon="warning">
          {said.unfinished(unfinished)}
        </Badge>
      )}
      {quarantined > 0 && (
        <Badge tone="info" icon="info">
          {said.quarantine(quarantined)}
        </Badge>
      )}
      {health.refused_files > 0 && (
        <Badge tone="warn" icon="warning">
          {said.refusedFiles(health.refused_files)}
        </Badge>
      )}
    </span>
  );
}

const COUNTS = ["received", "stored", "duplicate", "quarantined", "refused"] as const;

const COLUMNS: readonly Column<Source>[] = [
  {
    id: "source",
    header: said.column.source,
    cell: (source) => (
      <span className="o-source">
        <bdi>{source.source}</bdi>
        {source.unfinished > 0 && <span className="o-faint">{said.unfinished(source.unfinished)}</span>}
      </span>
    ),
    value: (source) => source.source,
  },
  ...COUNTS.map(
    (count): Column<Source> => ({
      id: count,
      header: said.column[count],
      align: "end",
      cell: (source) => number(source.tally[count]),
      value: (source) => source.tally[count],
    }),
  ),
  {
    id: "newest",
    header: said.column.newest,
    align: "end",
    cell: (source) =>
      source.newest_at === null ? (
        <span className="o-faint">{said.noMoment}</span>
      ) : (
        <span className="o-nowrap">{moment(source.newest_at)}</span>
      ),
    value: (source) => source.newest_at,
  },
];

function totals(health: State): Record<string, string> {
  return {
    source: said.total,
    ...Object.fromEntries(COUNTS.map((count) => [count, number(health.total[count])])),
    newest: "",
  };
}
