/** What is wrong with the data, the worst first: how much, which way it goes, and which numbers it bends. */
import { useAsk } from "~/api/client";
import { Sparkline } from "~/charts";
import { usePlace } from "~/selection";
import {
  amountColumn,
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  nameColumn,
  Select,
  Shown,
  Skeleton,
  type Tone,
} from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { QualityDrawer } from "./QualityDrawer";
import type { QualityFinding, QualityReport } from "./types";

const said = words.quality;
const TONES: Readonly<Record<string, Tone>> = { bad: "bad", warn: "warn", note: "neutral" };
const ALL = "all";

export function Quality() {
  const ask = useAsk("/api/v1/quality");
  return (
    <Shown
      ask={ask}
      skeleton={<Skeleton height={420} />}
      empty={(report) =>
        report.sources.length === 0 && <EmptyState icon="good" title={said.empty} body={said.emptyBody} />
      }
    >
      {(report) => <Findings report={report} />}
    </Shown>
  );
}

function Findings({ report }: { report: QualityReport }) {
  const [source, setSource] = usePlace<string>("of", "");
  const [severity, setSeverity] = usePlace<string>("severity", "");
  const [open, setOpen] = usePlace<string>("finding", "");
  const rows = report.findings.filter(
    (finding) => (!source || finding.source === source) && (!severity || finding.severity === severity),
  );
  const choose = (set: typeof setSource) => (value: string) => set(value === ALL ? null : value, "push");
  return (
    <div className="data-stack">
      <p className="data-lead">{said.lead(report.findings.length, report.checks)}</p>
      <div className="data-row">
        <Select
          label={said.source}
          options={[
            { id: ALL, label: said.allSources },
            ...report.sources.map((each) => ({ id: each.source, label: each.source })),
          ]}
          value={source || ALL}
          onChange={choose(setSource)}
        />
        <Select
          label={said.severity}
          options={[
            { id: ALL, label: said.allSeverities },
            ...Object.entries(said.severities).map(([id, label]) => ({ id, label })),
          ]}
          value={severity || ALL}
          onChange={choose(setSeverity)}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          icon="good"
          title={said.none}
          body={said.noneBody}
          action={
            (source || severity) && (
              <Button
                onPress={() => {
                  setSource(null);
                  setSeverity(null);
                }}
              >
                {said.clear}
              </Button>
            )
          }
        />
      ) : (
        <DataTable
          label={said.title}
          caption={said.title}
          columns={COLUMNS}
          rows={rows}
          rowKey={(finding) => finding.id}
          onRow={(finding) => setOpen(finding.id, "push")}
          rowLabel={(finding) => said.open(finding.title)}
          download={said.download}
        />
      )}
      <Looked report={report} />
      <QualityDrawer finding={report.findings.find((each) => each.id === open)} onClose={() => setOpen(null)} />
    </div>
  );
}

export const SeverityBadge = ({ severity }: { severity: string }) => (
  <Badge tone={TONES[severity] ?? "neutral"}>{said.severities[severity] ?? severity}</Badge>
);

/** The share of each month that has enough of it. */
export function TrendLine({ finding }: { finding: QualityFinding }) {
  const months = finding.trend.filter((month) => month.counts && month.of > 0);
  const direction = said.directions[finding.direction] ?? finding.direction;
  return (
    <span className="quality-trend">
      {months.length > 1 && <Sparkline values={months.map((month) => month.n / month.of)} width={72} />}
      <span className="data-faint">{direction}</span>
    </span>
  );
}

const COLUMNS: readonly Column<QualityFinding>[] = [
  {
    id: "finding",
    header: said.finding,
    value: (finding) => finding.says,
    cell: (finding) => (
      <span className="quality-says">
        <strong>{finding.title}</strong>
        <bdi>{finding.says}</bdi>
      </span>
    ),
  },
  {
    id: "severity",
    header: said.severity,
    value: (finding) => finding.severity,
    sort: false,
    cell: (finding) => <SeverityBadge severity={finding.severity} />,
  },
  nameColumn("source", said.source, (finding) => finding.source),
  amountColumn("n", said.amount, number, (finding) => finding.n),
  amountColumn("of", said.of, number, (finding) => finding.of, { hideOnSmall: true }),
  {
    id: "share",
    header: said.share,
    align: "end",
    value: (finding) => finding.n / finding.of,
    unit: "ratio",
    cell: (finding) => said.ratio(finding.n, finding.of),
  },
  {
    id: "trend",
    header: said.trend,
    value: (finding) => finding.direction,
    cell: (finding) => <TrendLine finding={finding} />,
    hideOnSmall: true,
  },
  {
    id: "affects",
    header: said.affects,
    value: (finding) => finding.effects.map((effect) => effect.title).join(", "),
    cell: (finding) => <span className="data-wrap">{finding.effects.map((effect) => effect.title).join(", ")}</span>,
    hideOnSmall: true,
  },
];

const LOOKED: readonly Column<QualityReport["sources"][number]>[] = [
  nameColumn("source", said.source, (source) => source.source),
  amountColumn("interactions", said.interactions, number, (source) => source.interactions),
  amountColumn("records", said.records, number, (source) => source.records),
  amountColumn("bad", said.severities.bad ?? "", number, (source) => source.bad),
  amountColumn("warn", said.severities.warn ?? "", number, (source) => source.warn),
  amountColumn("note", said.severities.note ?? "", number, (source) => source.note),
];

function Looked({ report }: { report: QualityReport }) {
  return (
    <DataTable
      label={said.sources}
      caption={said.sources}
      columns={LOOKED}
      rows={report.sources}
      rowKey={(source) => source.source}
    />
  );
}
