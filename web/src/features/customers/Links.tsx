/** Why the identifiers are one person: each link with its rule, its evidence and how sure it is. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { stepAt } from "~/thread";
import { Badge, Card, Shown, Skeleton, TextLink } from "~/ui";
import { words } from "~/words";
import { date } from "~/words/format";
import { Identifier } from "./Identifier";
import { Pager } from "./Pager";
import type { Customer, Link } from "./types";

const said = words.customers.links;
const SIZE = 6;

export function Links({ customer }: { customer: Customer }) {
  const [at, setAt] = useState(0);
  const params = { path: { customer_id: customer.customer_id }, query: { at, limit: SIZE } };
  const ask = useAsk("/api/v1/customers/{customer_id}/links", { params });
  return (
    <Card
      title={said.title}
      lead={said.lead(customer.links)}
      footer={customer.links > SIZE && <Pager total={customer.links} at={at} size={SIZE} onChange={setAt} />}
    >
      <Shown
        ask={ask}
        skeleton={<Skeleton lines={6} />}
        empty={(page) => page.total === 0 && <p className="customer-none">{said.none}</p>}
      >
        {(page) => (
          <ul className="customer-links">
            {page.items.map((link) => (
              <LinkLine
                key={`${link.identifier_a} ${link.identifier_b} ${link.rule} ${link.at}`}
                link={link}
                customerId={customer.customer_id}
              />
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  );
}

function LinkLine({ link, customerId }: { link: Link; customerId: string }) {
  const { journey_id: journey, position } = link;
  return (
    <li className="customer-link">
      <span className="customer-link-pair">
        <Identifier identifier={link.identifier_a} />
        <Identifier identifier={link.identifier_b} />
      </span>
      <span className="customer-link-why" title={link.question}>
        {!link.asserted && <Badge tone="warn">{said.apart}</Badge>}
        <span>{link.reason || said.rule(link.rule)}</span>
        <span>{link.confidence === 1 ? said.exact : said.confidence(link.confidence)}</span>
        {link.author !== "rule" && <bdi>{said.decided(link.author)}</bdi>}
        <time dateTime={link.at}>{date(link.at)}</time>
        {link.record && <bdi>{said.record(link.record)}</bdi>}
        {journey !== null && <TextLink to={stepAt(customerId, journey, position)}>{said.evidence}</TextLink>}
      </span>
    </li>
  );
}
