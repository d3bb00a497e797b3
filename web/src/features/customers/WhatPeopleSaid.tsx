/** What people said about a customer's identifiers, the latest first, and taking it back. */
import { useAsk } from "~/api/client";
import { Badge, Button, Card, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { moment } from "~/words/format";
import type { Change } from "./changing";
import { Identifier } from "./Identifier";
import type { Act } from "./types";

const said = words.identity.acts;
const SHOWN = 3;

export function WhatPeopleSaid({ customerId, onChange }: { customerId: string; onChange: (change: Change) => void }) {
  const params = { path: { customer_id: customerId } };
  const ask = useAsk("/api/v1/customers/{customer_id}/decisions", { params });
  return (
    <Card title={said.title} lead={said.lead}>
      <Shown
        ask={ask}
        skeleton={<Skeleton lines={3} />}
        empty={(list) => list.items.length === 0 && <p className="customer-none">{said.none}</p>}
      >
        {(list) => (
          <ul className="identity-said">
            {list.items.map((act) => (
              <ActLine key={`${act.at} ${act.verdict} ${act.author}`} act={act} onChange={onChange} />
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  );
}

function ActLine({ act, onChange }: { act: Act; onChange: (change: Change) => void }) {
  const standing = act.words.filter((word) => word.stands);
  const withdraw = () =>
    onChange({
      kind: "words",
      title: said.withdrawTitle,
      words: standing.map((word) => ({ a: word.identifier_a, b: word.identifier_b, verdict: "withdrawn" })),
    });
  return (
    <li>
      <div className="identity-said-words">
        <span>
          <strong>{words.identity.verdict(act.verdict)}</strong>{" "}
          {!act.shown && <Badge tone="info">{said.notYet}</Badge>}
          {standing.length === 0 && act.verdict !== "withdrawn" && <Badge>{said.withdrawn}</Badge>}
        </span>
        {act.words.slice(0, SHOWN).map((word) => (
          <span key={`${word.identifier_a} ${word.identifier_b}`} className="identity-pair">
            <Identifier identifier={word.identifier_a} />
            <Identifier identifier={word.identifier_b} />
          </span>
        ))}
        {act.words.length > SHOWN && <span className="identity-faint">{said.more(act.words.length - SHOWN)}</span>}
        <bdi className="identity-reason">{act.reason}</bdi>
        <span className="identity-faint">
          <bdi>{said.by(act.author)}</bdi> · <time dateTime={act.at}>{moment(act.at)}</time>
        </span>
      </div>
      {standing.length > 0 && (
        <Button size="small" icon="undo" onPress={withdraw}>
          {said.withdraw}
        </Button>
      )}
    </li>
  );
}
