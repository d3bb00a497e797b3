/** A customer in numbers; the channels sum to the steps, the endings to the journeys. */
import { words } from "~/words";
import { dayRange, number } from "~/words/format";
import type { Count, Customer } from "./types";

const { facts } = words.customers;
const SHOWN = 4;

export function CustomerFacts({ customer }: { customer: Customer }) {
  return (
    <dl className="customer-facts">
      <Fact name={facts.journeys} value={number(customer.journeys)} />
      <Fact name={facts.steps} value={number(customer.steps)} />
      <Fact name={facts.contacts} value={number(customer.contacts)} />
      <Fact name={facts.handoffs} value={number(customer.handoffs)} />
      {customer.first_seen && <Fact name={facts.seen} value={dayRange(customer.first_seen, customer.last_seen)} />}
      {customer.channels.length > 0 && <Fact name={facts.channels} value={shares(customer.channels)} small />}
      {customer.endings.length > 0 && <Fact name={facts.endings} value={shares(customer.endings)} small />}
    </dl>
  );
}

function Fact({ name, value, small = false }: { name: string; value: string; small?: boolean }) {
  return (
    <div className={small ? "customer-fact customer-fact-small" : "customer-fact"}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The largest, and the rest as one, so that they sum to the whole. */
function shares(counts: readonly Count[]): string {
  const whole = counts.reduce((sum, count) => sum + count.n, 0);
  const rest = counts.slice(SHOWN).reduce((sum, count) => sum + count.n, 0);
  const told = counts.slice(0, SHOWN).map((count) => words.customers.share(count.title, count.n, whole));
  return [...told, ...(rest > 0 ? [words.customers.share(words.customers.overview.others, rest, whole)] : [])].join(
    " · ",
  );
}
