/** Journeys lined up at a moment they share: what they do in the five steps before and after it. */
import { useAsk } from "~/api/client";
import { useBehind } from "~/behind";
import { Figure, Strip, type StripColumn } from "~/charts";
import { usePlace, useSelection } from "~/selection";
import { Card, EmptyState, Select, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { AroundList } from "./AroundList";
import { PathControls } from "./PathControls";
import type { Alignment } from "./types";
import { useMaking } from "./useMaking";
import { nothing } from "./Variants";

const said = words.explorer.alignment;

export function Around() {
  const { asParams } = useSelection();
  const { making } = useMaking();
  const [anchor, setAnchor] = usePlace<string>("anchor", "handoff");
  const { through, open } = useBehind();
  const ask = useAsk("/api/v1/explorer/alignment", { params: { query: { ...asParams, ...making, anchor } } });
  return (
    <div className="explorer-panel">
      <div className="explorer-toolbar">
        <div className="explorer-anchor">
          <Select
            label={said.anchor}
            options={(ask.data?.anchors ?? []).map(({ id, title, journeys }) => ({
              id,
              label: title,
              hint: number(journeys),
            }))}
            value={anchor}
            onChange={setAnchor}
          />
        </div>
        <PathControls />
      </div>
      <Shown ask={ask} skeleton={<Skeleton height={460} />} empty={emptiness}>
        {(found) => (
          <>
            <Card>
              <Picture found={found} picked={through} onPick={open} />
            </Card>
            <Card title={said.list} lead={said.listLead} flush>
              <AroundList found={found} picked={through} onPick={open} />
            </Card>
          </>
        )}
      </Shown>
    </div>
  );
}

interface PictureProps {
  found: Alignment;
  picked: string | null;
  onPick: (through: string) => void;
}

function Picture({ found, picked, onPick }: PictureProps) {
  const columns = columnsOf(found);
  const parts = new Map<string, Alignment["positions"][number]["parts"][number]>(
    found.positions.flatMap(({ position, parts }) => parts.map((part) => [`${position}/${part.id}`, part] as const)),
  );
  const open = [...parts].find(([, part]) => part.through === picked)?.[0];
  const title = found.anchors.find(({ id }) => id === found.anchor)?.title ?? found.anchor;
  return (
    <Figure
      title={said.title(title)}
      description={said.description(found.anchored, found.journeys)}
      name="around"
      level={2}
      table={{
        columns: [said.position, said.step, said.n, said.share],
        units: [null, null, null, "ratio"],
        rows: found.positions.flatMap(({ position, parts }) =>
          parts.map((part) => [said.at(position), part.title, part.n, part.share]),
        ),
      }}
    >
      <Strip
        label={said.label}
        columns={columns}
        height={420}
        picked={open ? { column: open.split("/")[0] ?? "", part: open.slice(open.indexOf("/") + 1) } : null}
        onPick={(part, column) => {
          const word = parts.get(`${column.id}/${part.id}`);
          if (word) onPick(word.through);
        }}
      />
    </Figure>
  );
}

/** A step has one colour in every column. */
function columnsOf(found: Alignment): StripColumn[] {
  const steps = [
    ...new Set(found.positions.flatMap(({ parts }) => parts.filter(({ kind }) => kind === "step").map(({ id }) => id))),
  ];
  return found.positions.map(({ position, parts }) => ({
    id: String(position),
    label: said.at(position),
    n: found.anchored,
    isAnchor: position === 0,
    parts: parts.map((part) => ({
      id: part.id,
      label: part.title,
      n: part.n,
      share: part.share,
      series: Math.max(steps.indexOf(part.id), 0),
      isRest: part.kind !== "step",
    })),
  }));
}

const emptiness = (found: Alignment) =>
  nothing(found) ??
  (found.anchored === 0 ? <EmptyState icon="explorer" title={said.none.title} body={said.none.body} /> : null);
