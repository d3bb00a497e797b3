/** The order in which journeys go through the stages, and where they end. */
import { useAsk } from "~/api/client";
import { useBehind } from "~/behind";
import { Figure, Sankey } from "~/charts";
import { usePlace, useSelection } from "~/selection";
import { amountColumn, Card, type Column, DataTable, Segments, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { number, percent } from "~/words/format";
import { Control } from "./Control";
import type { Passage, Passages } from "./types";
import { known } from "./useMaking";
import { nothing } from "./Variants";

const said = words.explorer.stages;
const VISITS = ["all", "first"] as const;

export function Stages() {
  const { asParams } = useSelection();
  const [written, setVisits] = usePlace<(typeof VISITS)[number]>("visits", "all");
  const visits = known(VISITS, written);
  const { through, open } = useBehind();
  const ask = useAsk("/api/v1/explorer/stages", { params: { query: { ...asParams, visits } } });
  return (
    <div className="explorer-panel">
      <div className="explorer-toolbar">
        <Control label={said.visits.label}>
          <Segments
            label={said.visits.label}
            options={VISITS.map((id) => ({ id, label: said.visits[id] }))}
            value={visits}
            onChange={setVisits}
          />
        </Control>
      </div>
      <Shown ask={ask} skeleton={<Skeleton height={560} />} empty={nothing}>
        {(passages) => (
          <>
            <Card>
              <Picture passages={passages} onPick={open} />
            </Card>
            <Card title={said.nodes} lead={said.nodesLead} flush>
              <Places passages={passages} picked={through} onPick={open} />
            </Card>
          </>
        )}
      </Shown>
    </div>
  );
}

function Picture({ passages, onPick }: { passages: Passages; onPick: (through: string) => void }) {
  const colours = colourOf(passages);
  const titles = new Map(passages.nodes.map((node) => [node.id, node]));
  const open = (found: { through: string } | undefined) => found && onPick(found.through);
  return (
    <Figure
      title={said.title}
      description={said.description(passages.journeys, passages.places - 1)}
      name="stages"
      level={2}
      table={{
        columns: [said.place, said.from, said.to, said.n],
        rows: passages.links.map((link) => [
          (titles.get(link.source)?.place ?? 0) + 1,
          titles.get(link.source)?.title ?? "",
          titles.get(link.target)?.title ?? "",
          link.n,
        ]),
      }}
    >
      <Sankey
        label={said.title}
        height={480}
        nodes={passages.nodes.map((node) => ({
          id: node.id,
          label: node.title,
          column: node.place,
          isRest: node.kind !== "stage",
          series: colours.get(node.name) ?? 7,
        }))}
        links={passages.links.map((link) => ({ source: link.source, target: link.target, value: link.n }))}
        onPick={(what) =>
          open(
            "node" in what
              ? titles.get(what.node.id)
              : passages.links.find((link) => link.source === what.link.source && link.target === what.link.target),
          )
        }
      />
    </Figure>
  );
}

/** A stage has one colour wherever it stands. */
function colourOf(passages: Passages): Map<string, number> {
  const names = [...new Set(passages.nodes.filter((node) => node.kind === "stage").map((node) => node.name))].sort();
  return new Map(names.map((name, at) => [name, at]));
}

interface PlacesProps {
  passages: Passages;
  picked: string | null;
  onPick: (through: string) => void;
}

function Places({ passages, picked, onPick }: PlacesProps) {
  const columns: Column<Passage>[] = [
    { id: "stage", header: said.stage, cell: (node) => node.title, value: (node) => node.title },
    {
      id: "place",
      header: said.place,
      align: "end",
      cell: (node) => said.at(node.place + 1),
      value: (node) => node.place + 1,
    },
    amountColumn("n", said.n, number, (node) => node.n),
    amountColumn("share", said.share, percent, (node) => node.share),
  ];
  return (
    <DataTable
      label={said.nodes}
      columns={columns}
      rows={passages.nodes}
      rowKey={(node) => node.id}
      onRow={(node) => onPick(node.through)}
      rowLabel={(node) => said.open(node.title, node.place + 1)}
      isSelected={(node) => node.through === picked}
      download="stages"
      maxHeight={420}
    />
  );
}
