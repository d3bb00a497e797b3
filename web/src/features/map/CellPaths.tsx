/** The paths that the cell's journeys take through channels; they sum to all of these journeys. */
import { DataTable } from "~/ui";
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
        columns={[
          { id: "path", header: said.path, cell: pathWords, value: pathWords },
          {
            id: "n",
            header: said.pathJourneys,
            cell: (row) => number(row.journeys),
            value: (row) => row.journeys,
            align: "end",
          },
          {
            id: "share",
            header: said.pathShare,
            cell: (row) => percent(row.share),
            value: (row) => row.share,
            align: "end",
          },
          {
            id: "duration",
            header: said.pathDuration,
            cell: (row) => duration(row.median_duration_seconds),
            value: (row) => row.median_duration_seconds,
            align: "end",
          },
        ]}
      />
    </div>
  );
}

const pathWords = (row: Variant): string =>
  row.other ? said.pathOther(row.variants) : row.path.length > 0 ? row.path.join(" → ") : said.pathNone;
