/** Files that can't be read as interactions: why each, and what can be done. */
import { type Column, DataTable, Named } from "~/ui";
import { words } from "~/words";
import type { Proposals } from "./types";

const said = words.start.check;
type Refused = Proposals["refused"][number];

export function RefusedFiles({ files, isOpen = false }: { files: readonly Refused[]; isOpen?: boolean }) {
  return (
    <details className="refused" open={isOpen}>
      <summary>{said.refused(files.length)}</summary>
      <DataTable
        label={said.refused(files.length)}
        columns={COLUMNS}
        rows={files}
        rowKey={(file) => file.name + file.reason}
      />
    </details>
  );
}

const COLUMNS: Column<Refused>[] = [
  {
    id: "file",
    header: said.file,
    cell: (file) => <Named truncate={false}>{file.name}</Named>,
    value: (file) => file.name,
  },
  { id: "reason", header: said.reason, cell: (file) => <bdi>{file.reason}</bdi>, value: (file) => file.reason },
  { id: "remedy", header: said.remedy, cell: (file) => <bdi>{file.remedy}</bdi>, value: (file) => file.remedy },
];
