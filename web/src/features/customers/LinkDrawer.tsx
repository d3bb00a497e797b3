/** One link: why two identifiers are one person, with everything that says so, and what a person can say against it. */

import { customerAt, stepAt } from "~/thread";
import { Badge, Button, Drawer, TextLink } from "~/ui";
import { words } from "~/words";
import { date } from "~/words/format";
import type { Change } from "./changing";
import { Identifier } from "./Identifier";
import { FateBadge } from "./IdentityLinks";
import type { Edge, Node } from "./identityLayout";
import type { Saying, Verdict } from "./types";

const said = words.identity.why;

interface LinkDrawerProps {
  edge: Edge | undefined;
  nodes: readonly Node[];
  customerId: string;
  onClose: () => void;
  onChange: (change: Change) => void;
}

export function LinkDrawer({ edge, nodes, customerId, onClose, onChange }: LinkDrawerProps) {
  const isNot = edge !== undefined && edge.fate !== "joins";
  return (
    <Drawer title={isNot ? said.notTitle : said.title} isOpen={edge !== undefined} onClose={onClose}>
      {edge && (
        <div className="identity-stack">
          <ul className="identity-ends">
            {[edge.identifier_a, edge.identifier_b].map((identifier) => (
              <End key={identifier} identifier={identifier} nodes={nodes} customerId={customerId} />
            ))}
          </ul>
          <p className="identity-told">
            <FateBadge fate={edge.fate} /> <bdi>{edge.told}</bdi>
          </p>
          <div>
            <h3 className="identity-heading">{said.said}</h3>
            <ul className="identity-sayings">
              {edge.said.map((each) => (
                <SayingLine key={`${each.rule} ${each.author} ${each.at}`} saying={each} customerId={customerId} />
              ))}
            </ul>
          </div>
          <Acts edge={edge} onChange={onChange} />
        </div>
      )}
    </Drawer>
  );
}

function End({ identifier, nodes, customerId }: { identifier: string; nodes: readonly Node[]; customerId: string }) {
  const node = nodes.find((each) => each.identifier === identifier);
  const isOther = node !== undefined && node.customer_id !== customerId;
  return (
    <li>
      <Identifier identifier={identifier} />
      {isOther && <Badge>{node.customer_id === null ? said.shared : said.another}</Badge>}
      {isOther && node.customer_id !== null && (
        <TextLink to={`${customerAt(node.customer_id)}?tab=identity`}>{said.openOther}</TextLink>
      )}
    </li>
  );
}

function SayingLine({ saying, customerId }: { saying: Saying; customerId: string }) {
  const byRule = saying.author === "rule";
  const { journey_id: journey, position } = saying;
  return (
    <li>
      <span className="identity-saying">
        {byRule ? words.identity.rule(saying.rule) : words.identity.verdict(saying.verdict)}
      </span>
      {saying.question && <span className="identity-faint">{saying.question}</span>}
      {saying.reason && <bdi className="identity-reason">{saying.reason}</bdi>}
      <span className="customer-link-why">
        <span>{byRule ? "" : said.by(saying.author)}</span>
        {byRule && <span>{saying.confidence === 1 ? said.exact : said.confidence(saying.confidence)}</span>}
        {byRule && <span>{said.times(saying.times)}</span>}
        <span>{said.since(date(saying.at), date(saying.last))}</span>
        {saying.basis && <span>{said.basis(saying.basis)}</span>}
        {saying.record && <bdi>{said.record(saying.record)}</bdi>}
        {journey !== null && <TextLink to={stepAt(customerId, journey, position)}>{said.evidence}</TextLink>}
      </span>
    </li>
  );
}

/** What can be said of the two: what stands is withdrawn, else a link is doubted, or one that was left out affirmed. */
function Acts({ edge, onChange }: { edge: Edge; onChange: (change: Change) => void }) {
  const say = (verdict: Verdict, title: string) => () =>
    onChange({ kind: "words", title, words: [{ a: edge.identifier_a, b: edge.identifier_b, verdict }] });
  const stands = edge.said.filter((each) => each.author !== "rule").at(-1);
  const isSaid = stands !== undefined && stands.verdict !== "withdrawn";
  const joins = edge.fate === "joins";
  return (
    <div className="identity-acts">
      {isSaid && (
        <Button icon="undo" onPress={say("withdrawn", said.withdraw)}>
          {said.withdraw}
        </Button>
      )}
      {joins && stands?.verdict !== "same" && (
        <Button icon="minus" onPress={say("retracted", said.retract)}>
          {said.retract}
        </Button>
      )}
      {edge.fate !== "different" && edge.fate !== "shared" && (
        <Button icon="close" onPress={say("different", said.different)}>
          {said.different}
        </Button>
      )}
      {!joins && edge.fate !== "shared" && (
        <Button icon="check" onPress={say("same", said.same)}>
          {said.same}
        </Button>
      )}
    </div>
  );
}
