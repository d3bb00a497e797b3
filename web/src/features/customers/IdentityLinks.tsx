/** Every link that touches the customer as a table: each opens with why it counts or not. */
import { amountColumn, Badge, type Column, DataTable, type Tone } from "~/ui";
import { words } from "~/words";
import { date, number } from "~/words/format";
import { Identifier } from "./Identifier";
import type { Edge } from "./identityLayout";

const said = words.identity.list;

const TONES: Readonly<Record<string, Tone>> = { joins: "good", different: "warn", retracted: "warn" };

export const FateBadge = ({ fate }: { fate: string }) => (
  <Badge tone={TONES[fate] ?? "neutral"}>{words.identity.fate(fate)}</Badge>
);

/** What says so, in a few words: each rule and each person once. */
export const reasonsOf = (edge: Edge): string =>
  [...new Set(edge.said.map((each) => (each.author === "rule" ? words.identity.rule(each.rule) : each.author)))].join(
    ", ",
  );

const COLUMNS: readonly Column<Edge>[] = [
  {
    id: "pair",
    header: said.pair,
    value: (edge) => `${edge.identifier_a} ${edge.identifier_b}`,
    cell: (edge) => (
      <span className="customer-link-pair">
        <Identifier identifier={edge.identifier_a} />
        <Identifier identifier={edge.identifier_b} />
      </span>
    ),
  },
  { id: "fate", header: said.fate, value: (edge) => edge.fate, cell: (edge) => <FateBadge fate={edge.fate} /> },
  {
    id: "why",
    header: said.why,
    value: reasonsOf,
    cell: (edge) => <bdi>{reasonsOf(edge)}</bdi>,
    hideOnSmall: true,
  },
  { id: "since", header: said.since, value: (edge) => edge.at, cell: (edge) => date(edge.at), hideOnSmall: true },
  amountColumn("times", said.times, number, (edge) => edge.times, { hideOnSmall: true }),
];

interface IdentityLinksProps {
  edges: readonly Edge[];
  picked: string;
  onPick: (id: string) => void;
}

export function IdentityLinks({ edges, picked, onPick }: IdentityLinksProps) {
  return (
    <DataTable
      label={said.title}
      caption={said.title}
      columns={COLUMNS}
      rows={edges}
      rowKey={(edge) => edge.id}
      onRow={(edge) => onPick(edge.id)}
      rowLabel={() => said.open}
      isSelected={(edge) => edge.id === picked}
      download={said.download}
      maxHeight={520}
    />
  );
}
