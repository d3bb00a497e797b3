/** The paths that the cell's journeys take through channels; they sum to all of these journeys. */
import { amountColumn, type Column, DataTable } from "~/ui";
import { words } from "~/words";
import { duration, number, percent } from "~/words/format";
import type { OpenedCell } from "./types";

const said = words.map.cell;
type Variant = OpenedCell["variants"][number];

export function CellPaths({ found }: { found: OpenedCell }) {
  return (
    <div className="m-about">
      <p>{said.pathsLead(found.journeys)}</p>
      <DataTable
        label={said.paths}
        download="map-cell-paths"
        rows={found.variants}
        rowKey={(row) => (row.other ? "other" : row.path.join(">"))}
        columns={COLUMNS}
      />
    </div>
  );
}

const pathWords = (row: Variant): string =>
  row.other ? said.pathOther(row.variants) : row.path.length > 0 ? row.path.join(" → ") : said.pathNone;

const COLUMNS: readonly Column<Variant>[] = [
  { id: "path", header: said.path, cell: pathWords, value: pathWords },
  amountColumn("n", said.pathJourneys, number, (row) => row.journeys),
  amountColumn("share", said.pathShare, percent, (row) => row.share),
  amountColumn("duration", said.pathDuration, duration, (row) => row.median_duration_seconds),
];
