/** The mappings of all sources, and one of them open to be changed. */
import { useAsk } from "~/api/client";
import { usePlace } from "~/selection";
import { Badge, Button, type Column, DataTable, EmptyState, Named, nameColumn, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { OpenMapping } from "./OpenMapping";
import type { MappingLine } from "./types";

const said = words.data.mappings;

export function Mappings() {
  const ask = useAsk("/api/v1/mappings", {}, { ofView: false });
  const [open, setOpen] = usePlace("mapping", "");
  if (open !== "") {
    return (
      <div className="data-stack">
        <div>
          <Button kind="quiet" icon="arrow-left" onPress={() => setOpen(null, "push")}>
            {said.back}
          </Button>
        </div>
        <OpenMapping key={open} source={open} />
      </div>
    );
  }
  return (
    <Shown
      ask={ask}
      skeleton={<Skeleton height={320} />}
      empty={(list) => list.items.length === 0 && <EmptyState icon="table" title={said.empty} body={said.emptyBody} />}
    >
      {(list) => (
        <div className="data-stack">
          <p className="data-lead">{said.lead}</p>
          <DataTable
            label={words.data.tabs.mappings}
            columns={COLUMNS}
            rows={list.items}
            rowKey={(line) => line.source}
            onRow={(line) => setOpen(line.source, "push")}
            rowLabel={(line) => said.open(line.source)}
          />
        </div>
      )}
    </Shown>
  );
}

const COLUMNS: Column<MappingLine>[] = [
  nameColumn("source", said.source, (line) => line.source),
  {
    id: "connector",
    header: said.connector,
    cell: (line) =>
      line.readable ? (
        line.connector
      ) : (
        <Badge tone="bad" icon="error">
          {said.broken}
        </Badge>
      ),
    value: (line) => line.connector,
  },
  {
    id: "saved",
    header: said.saved,
    cell: (line) => (line.saved ? <Named mono>{said.savedYes(line.source)}</Named> : said.savedNo),
    value: (line) => (line.saved ? said.savedYes(line.source) : said.savedNo),
  },
];
