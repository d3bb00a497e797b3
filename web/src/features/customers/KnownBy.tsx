/** Every identifier of a customer, with the day it was first seen. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { Card, Named, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { date } from "~/words/format";
import { Pager } from "./Pager";
import type { Customer } from "./types";

const said = words.customers.knownBy;
const SIZE = 12;

export function KnownBy({ customer }: { customer: Customer }) {
  const [at, setAt] = useState(0);
  const params = { path: { customer_id: customer.customer_id }, query: { at, limit: SIZE } };
  const ask = useAsk("/api/v1/customers/{customer_id}/identifiers", { params });
  return (
    <Card
      title={said.title}
      lead={said.lead(customer.identifiers)}
      footer={
        customer.identifiers > SIZE && <Pager total={customer.identifiers} at={at} size={SIZE} onChange={setAt} />
      }
    >
      <Shown
        ask={ask}
        skeleton={<Skeleton lines={Math.min(customer.identifiers, SIZE) + 1} />}
        empty={(page) => page.total === 0 && <p className="customer-none">{said.none}</p>}
      >
        {(page) => (
          <ul className="customer-known">
            {page.items.map((item) => (
              <li key={`${item.namespace}:${item.value}`}>
                <span className="customer-namespace">{words.customers.namespace(item.namespace)}</span>
                <Named truncate={false}>{item.value}</Named>
                <time dateTime={item.since} className="customer-since" title={said.since}>
                  {date(item.since)}
                </time>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  );
}
