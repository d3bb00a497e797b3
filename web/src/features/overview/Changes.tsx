/** What came in and which headline numbers moved since this person last looked; looking is noted. */
import { useEffect } from "react";
import { type components, useAsk, useTell } from "~/api/client";
import { useViewVersion } from "~/api/version";
import {
  Change,
  type Column,
  countFile,
  DataTable,
  FileScope,
  Icon,
  intervalFile,
  ProblemState,
  Skeleton,
  unitFile,
} from "~/ui";
import { words } from "~/words";
import { metricValue, moment } from "~/words/format";

type State = components["schemas"]["ChangesState"];
type Moved = components["schemas"]["MovedState"];

const said = words.overview.changes;

export function Changes() {
  useNotedVisit();
  const ask = useAsk("/api/v1/overview/changes");
  return (
    <section className="o-changes" aria-label={said.title}>
      {ask.data ? (
        <Told changes={ask.data} />
      ) : ask.problem ? (
        <ProblemState problem={ask.problem} retry={ask.refetch} compact />
      ) : (
        <Skeleton lines={1} />
      )}
    </section>
  );
}

/** Note that the overview of this build was looked at; when it can't be written down, nobody is bothered. */
function useNotedVisit(): void {
  const version = useViewVersion();
  const { tell } = useTell("post", "/api/v1/visits", { refresh: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each build, not each time that `tell` is made anew
  useEffect(() => {
    if (version) tell({}).catch(() => undefined);
  }, [version]);
}

function Told({ changes }: { changes: State }) {
  if (changes.since === null) return <p className="o-changes-line o-faint">{said.first}</p>;
  const moved = changes.moved.filter(({ difference }) => difference.verdict === "up" || difference.verdict === "down");
  const arrived = changes.files > 0 ? said.cameIn(changes.files, changes.interactions) : said.nothing;
  return (
    <>
      <p className="o-changes-line">
        <Icon name="clock" size={16} />
        <span className="o-faint">{said.since(moment(changes.since))}</span>
        <span>{arrived}</span>
        {!changes.same_build && <span>{moved.length > 0 ? said.moved(moved.length) : said.still}</span>}
      </p>
      {moved.length > 0 && (
        <ul className="o-moved">
          {moved.map((each) => (
            <li key={each.now.name} className="o-moved-item">
              <span className="o-moved-title">{each.now.title}</span>
              <span>{thenAndNow(each)}</span>
              <Shift of={each} />
            </li>
          ))}
        </ul>
      )}
      {!changes.same_build && (
        <details className="o-all">
          <summary>{said.all}</summary>
          <FileScope.Provider value="">
            <DataTable
              label={said.all}
              caption={said.note}
              columns={COLUMNS}
              rows={changes.moved}
              rowKey={(each) => each.now.name}
              download="since-last-visit"
            />
          </FileScope.Provider>
        </details>
      )}
    </>
  );
}

const written = (metric: Moved["before"]): string => (metric ? metricValue(metric) : words.charts.empty);
const thenAndNow = (each: Moved): string => said.from(written(each.before), written(each.now));

function Shift({ of }: { of: Moved }) {
  const { difference, now } = of;
  if (difference.value === null) return <span className="o-faint">{difference.reason}</span>;
  return (
    <Change
      value={difference.value}
      unit={now.unit}
      better={now.better === "neither" || difference.verdict === "unknown" ? null : now.better}
      certain={difference.verdict !== "within_chance"}
    />
  );
}

const COLUMNS: readonly Column<Moved>[] = [
  {
    id: "metric",
    header: said.column.metric,
    cell: (each) => each.now.title,
    value: (each) => each.now.title,
  },
  {
    id: "before",
    header: said.column.before,
    align: "end",
    cell: (each) => written(each.before),
    value: (each) => each.before?.value ?? null,
    file: [
      { header: said.column.before, value: (each) => each.before?.value },
      ...intervalFile<Moved>((each) => each.before, undefined, said.column.before),
      countFile((each) => each.before?.n ?? null, said.column.before),
    ],
  },
  {
    id: "now",
    header: said.column.now,
    align: "end",
    cell: (each) => written(each.now),
    value: (each) => each.now.value,
    file: [
      { header: said.column.now, value: (each) => each.now.value },
      unitFile((each) => each.now.unit),
      ...intervalFile<Moved>((each) => each.now, undefined, said.column.now),
    ],
  },
  {
    id: "n",
    header: said.column.n,
    align: "end",
    cell: (each) => words.ui.metric.n(each.now.n),
    value: (each) => each.now.n,
  },
  {
    id: "change",
    header: said.column.change,
    cell: (each) => <Shift of={each} />,
    value: (each) => each.difference.value,
    file: [
      { header: said.column.change, value: (each) => each.difference.value },
      ...intervalFile<Moved>((each) => each.difference, undefined, said.column.change),
    ],
  },
];
