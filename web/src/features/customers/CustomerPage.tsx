/** One customer: who it is and why, every journey side by side, and all steps on one timeline. */
import { useSearchParams } from "react-router";
import { useAsk } from "~/api/client";
import { Icon, LinkButton, Screen, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { CustomerFacts } from "./CustomerFacts";
import { KnownBy } from "./KnownBy";
import { Lanes } from "./Lanes";
import { Links } from "./Links";
import { Name } from "./Name";
import { Timeline } from "./Timeline";
import type { Customer, ShowJourney } from "./types";

export function CustomerPage({ customerId }: { customerId: string }) {
  const ask = useAsk("/api/v1/customers/{customer_id}", { params: { path: { customer_id: customerId } } });
  const back = (
    <LinkButton to="/customers" kind="quiet" icon="arrow-left">
      {words.customers.back}
    </LinkButton>
  );
  return (
    // The heading becomes the document's title, which browsers keep in their history: no identifier in it.
    <Screen title={words.customers.one} lead={ask.data && <Name name={ask.data.name} />} actions={back} wide>
      <Shown ask={ask} skeleton={<Skeleton height={640} />}>
        {(customer) => <Whole customer={customer} />}
      </Shown>
    </Screen>
  );
}

function Whole({ customer }: { customer: Customer }) {
  const [query, setQuery] = useSearchParams();
  const [journey, step] = [query.get("journey") ?? "", query.get("step") ?? ""];
  const show: ShowJourney = (journeyId, position = null) => {
    const next = new URLSearchParams(query);
    for (const [place, value] of Object.entries({ journey: journeyId, step: position })) {
      if (value === null) next.delete(place);
      else next.set(place, String(value));
    }
    setQuery(next, { preventScrollReset: true });
  };
  return (
    <div className="customer-page">
      <CustomerFacts customer={customer} />
      {customer.unusual && <Unusual customer={customer} />}
      <div className="customer-columns">
        <Lanes customer={customer} journey={journey} onJourney={show} />
        <div className="customer-side">
          <KnownBy customer={customer} />
          <Links customer={customer} />
        </div>
        {customer.steps > 0 && <Timeline customer={customer} journey={journey} step={step} onJourney={show} />}
      </div>
    </div>
  );
}

function Unusual({ customer }: { customer: Customer }) {
  return (
    <div className="customer-unusual" role="note">
      <Icon name="warning" size={20} />
      <div>
        <p className="customer-unusual-title">{words.customers.unusual.title}</p>
        <p>{words.customers.unusual.body(customer.identifiers, customer.usual_identifiers)}</p>
      </div>
    </div>
  );
}
