/** Who a customer is and why: identifiers and links, what people said about them, and changing it. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { usePlace } from "~/selection";
import { Button, Card, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { ChangeDialog } from "./ChangeDialog";
import type { Change } from "./changing";
import { IdentityLinks } from "./IdentityLinks";
import { IdentityMap } from "./IdentityMap";
import { LinkDrawer } from "./LinkDrawer";
import { SplitDialog } from "./SplitDialog";
import type { Graph } from "./types";
import { WhatPeopleSaid } from "./WhatPeopleSaid";
import "./identity.css";

const said = words.identity.graph;

export function Identity({ customerId }: { customerId: string }) {
  const ask = useAsk("/api/v1/customers/{customer_id}/graph", { params: { path: { customer_id: customerId } } });
  const [change, setChange] = useState<Change | null>(null);
  return (
    <div className="identity">
      <Shown ask={ask} skeleton={<Skeleton height={420} />}>
        {(graph) => <Whole graph={graph} onChange={setChange} />}
      </Shown>
      <WhatPeopleSaid customerId={customerId} onChange={setChange} />
      {change && <ChangeDialog change={change} onClose={() => setChange(null)} />}
    </div>
  );
}

function Whole({ graph, onChange }: { graph: Graph; onChange: (change: Change) => void }) {
  const [picked, setPicked] = usePlace<string>("link", "");
  const [isSplitting, setSplitting] = useState(false);
  const { nodes, edges, customer_id: customerId } = graph;
  const own = nodes.filter((node) => node.customer_id === customerId).map((node) => node.identifier);
  const pick = (id: string) => setPicked(id, "push");
  const isMore = graph.nodes_left_out + graph.edges_left_out > 0;
  const begin = (change: Change) => {
    setPicked(null);
    onChange(change);
  };
  const split = (identifiers: readonly string[]) => {
    setSplitting(false);
    onChange({ kind: "split", title: words.identity.split.title, identifiers });
  };
  return (
    <Card
      title={said.title}
      lead={said.lead(own.length, nodes.length - own.length, edges.length)}
      actions={
        own.length > 1 && (
          <Button size="small" icon="share" onPress={() => setSplitting(true)}>
            {words.identity.split.open}
          </Button>
        )
      }
      footer={isMore && <span role="note">{said.leftOut(graph.nodes_left_out, graph.edges_left_out)}</span>}
    >
      {nodes.length === 0 ? (
        <p className="customer-none">{said.none}</p>
      ) : edges.length === 0 ? (
        <p className="customer-none">{said.alone}</p>
      ) : (
        <div className="identity-stack">
          <IdentityMap {...{ nodes, edges, customerId, picked }} onPick={pick} />
          <p className="identity-faint identity-legend">{said.legend}</p>
          <IdentityLinks edges={edges} picked={picked} onPick={pick} />
        </div>
      )}
      <LinkDrawer
        edge={edges.find((edge) => edge.id === picked)}
        nodes={nodes}
        customerId={customerId}
        onClose={() => setPicked(null)}
        onChange={begin}
      />
      {isSplitting && <SplitDialog identifiers={own} onClose={() => setSplitting(false)} onChosen={split} />}
    </Card>
  );
}
