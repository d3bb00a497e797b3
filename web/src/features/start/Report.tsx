/** What an import did: the account of all rows, then file by file. */
import { useAsk } from "~/api/client";
import { Ledger, summed } from "~/jobs";
import { Badge, type Column, DataTable, Named, nameColumn, Shown, Skeleton, TextLink } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { RefusedFiles } from "./RefusedFiles";
import type { ImportSummary } from "./types";

const said = words.start.job;
const parts = words.jobs.ledger;
type FileReport = ImportSummary["files"][number];

export function Report({ id }: { id: string }) {
  const ask = useAsk("/api/v1/imports/{job_id}/report", { params: { path: { job_id: id } } }, { ofView: false });
  return (
    <Shown ask={ask} skeleton={<Skeleton height={300} />}>
      {(report) => <Summary report={report} />}
    </Shown>
  );
}

function Summary({ report }: { report: ImportSummary }) {
  const sum = summed(report.files);
  return (
    <div className="report">
      <Ledger counts={sum} />
      {sum.quarantined > 0 && <TextLink to="/data/quarantine">{said.quarantine(sum.quarantined)}</TextLink>}
      <DataTable
        label={said.perFile}
        caption={said.perFile}
        columns={COLUMNS}
        rows={report.files}
        rowKey={(file) => `${file.file} ${file.table}`}
        download="import"
        maxHeight={520}
        totals={{
          file: words.data.sources.sum,
          received: number(sum.received),
          stored: number(sum.stored),
          duplicate: number(sum.duplicate),
          quarantined: number(sum.quarantined),
          refused: number(sum.refused),
        }}
      />
      {report.refused.length > 0 && <RefusedFiles files={report.refused} />}
    </div>
  );
}

const count = (id: "received" | "stored" | "duplicate" | "quarantined" | "refused"): Column<FileReport> => ({
  id,
  header: parts[id],
  align: "end",
  cell: (file) => number(file[id]),
  value: (file) => file[id],
});

const COLUMNS: Column<FileReport>[] = [
  {
    id: "file",
    header: words.start.check.file,
    cell: (file) => (
      <span className="report-file">
        <Named truncate={false}>{file.file}</Named>
      </span>
    ),
    value: (file) => file.file,
  },
  nameColumn("source", words.data.sources.source, (file) => file.source),
  {
    id: "state",
    header: said.state,
    cell: (file) => (
      <Badge tone={file.state === "imported" || file.state === "resumed" ? "good" : "neutral"}>
        {said.states[file.state] ?? file.state}
      </Badge>
    ),
    value: (file) => file.state,
  },
  count("received"),
  count("stored"),
  count("duplicate"),
  count("quarantined"),
  count("refused"),
  {
    id: "notes",
    header: said.notes,
    cell: (file) => <bdi className="report-notes">{file.notes.join(" ")}</bdi>,
    value: (file) => file.notes.join(" "),
    hideOnSmall: true,
  },
];
