/** How far one pair's handoffs keep each contract that they fall under. */
import { useAsk } from "~/api/client";
import { BehindLink } from "~/behind";
import { useSelection } from "~/selection";
import { type Column, DataTable, LinkButton, nameColumn, Shown, Skeleton, StateBadge } from "~/ui";
import { words } from "~/words";
import { number, percent } from "~/words/format";
import type { PairAnswer } from "./PairFacts";

const said = words.handoffs.detail.contracts;

export function PairContracts({ pair }: { pair: PairAnswer }) {
  const { asParams } = useSelection();
  const through = pair.total.through;
  const ask = useAsk("/api/v1/handoffs/pair/contracts", { params: { query: { ...asParams, through } } });
  return (
    <section className="handoffs-part">
      <h3 className="handoffs-part-title">{said.title}</h3>
      <Shown
        ask={ask}
        skeleton={<Skeleton lines={2} />}
        empty={({ contracts }) => contracts.length === 0 && <p className="handoffs-note">{said.none}</p>}
      >
        {({ contracts }) => (
          <DataTable
            label={said.title}
            columns={COLUMNS}
            rows={contracts}
            rowKey={({ contract }) => contract.name}
            download="handoff-contracts"
          />
        )}
      </Shown>
      <p className="handoffs-note">
        <LinkButton to="/handoffs/contracts">{said.edit}</LinkButton>
      </p>
    </section>
  );
}

type Conformance = NonNullable<
  ReturnType<typeof useAsk<"/api/v1/handoffs/pair/contracts">>["data"]
>["contracts"][number];

const COLUMNS: Column<Conformance>[] = [
  nameColumn("name", said.name, ({ contract }) => contract.name),
  { id: "n", header: said.n, cell: ({ n }) => number(n), value: ({ n }) => n, align: "end" },
  {
    id: "kept",
    header: said.kept,
    cell: ({ kept, broken, kept_share, state, reason }) => (
      <span className="handoffs-n">
        {state !== "ok" && <StateBadge state={state} reason={reason} compact />}
        {kept_share !== null && percent(kept_share)}{" "}
        <span className="handoffs-of">{said.keptOf(kept, kept + broken)}</span>
      </span>
    ),
    value: ({ kept_share }) => kept_share,
    align: "end",
  },
  {
    id: "broken",
    header: said.broken,
    cell: ({ broken, broken_through }) => (
      <BehindLink through={broken > 0 ? broken_through : null}>{number(broken)}</BehindLink>
    ),
    value: ({ broken }) => broken,
    align: "end",
  },
  {
    id: "unknown",
    header: said.unknown,
    cell: ({ unknown }) => number(unknown),
    value: ({ unknown }) => unknown,
    align: "end",
    hideOnSmall: true,
  },
];
