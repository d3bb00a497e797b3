/** One customer: who it is and why, every journey side by side, and all steps on one timeline. */
import { useEffect } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useAsk } from "~/api/client";
import { usePlace } from "~/selection";
import { customerAt } from "~/thread";
import { Icon, LinkButton, Screen, Shown, Skeleton, Tabs } from "~/ui";
import { words } from "~/words";
import { CustomerFacts } from "./CustomerFacts";
import { Identity } from "./Identity";
import { KnownBy } from "./KnownBy";
import { Lanes } from "./Lanes";
import { Links } from "./Links";
import { Name } from "./Name";
import { PersonMenu } from "./PersonMenu";
import { Profile } from "./Profile";
import { Timeline } from "./Timeline";
import type { Customer, ShowJourney } from "./types";

export function CustomerPage({ customerId }: { customerId: string }) {
  const ask = useAsk("/api/v1/customers/{customer_id}", { params: { path: { customer_id: customerId } } });
  const now = ask.data?.customer_id;
  const navigate = useNavigate();
  // The id of a customer that was merged into another leads to that one.
  useEffect(() => {
    if (now !== undefined && now !== customerId) void navigate(`${customerAt(now)}?moved=1`, { replace: true });
  }, [now, customerId, navigate]);
  const actions = (
    <>
      <LinkButton to="/customers" kind="quiet" icon="arrow-left">
        {words.customers.back}
      </LinkButton>
      {now === customerId && <PersonMenu customerId={customerId} />}
    </>
  );
  return (
    // The heading becomes the document's title, which browsers keep in their history: no identifier in it.
    <Screen title={words.customers.one} lead={ask.data && <Name name={ask.data.name} />} actions={actions} wide>
      <Shown ask={ask} skeleton={<Skeleton height={640} />}>
        {(customer) => <Whole customer={customer} />}
      </Shown>
    </Screen>
  );
}

const TABS = ["story", "identity", "profile"] as const;
type TabName = (typeof TABS)[number];

function Whole({ customer }: { customer: Customer }) {
  const [tab, setTab] = usePlace<TabName>("tab", "story");
  const [moved] = usePlace<string>("moved", "");
  const contents = {
    story: <Story customer={customer} />,
    profile: <Profile customerId={customer.customer_id} />,
    identity: <Identity customerId={customer.customer_id} />,
  };
  return (
    <div className="customer-page">
      {moved && <p role="note">{words.identity.moved}</p>}
      <CustomerFacts customer={customer} />
      {customer.unusual && <Unusual customer={customer} />}
      <Tabs
        label={words.identity.tabs.label}
        value={TABS.find((name) => name === tab) ?? "story"}
        onChange={(name) => setTab(name, "push")}
        tabs={TABS.map((id) => ({ id, label: words.identity.tabs[id], content: contents[id] }))}
      />
    </div>
  );
}

function Story({ customer }: { customer: Customer }) {
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
    <div className="customer-columns">
      <Lanes customer={customer} journey={journey} onJourney={show} />
      <div className="customer-side">
        <KnownBy customer={customer} />
        <Links customer={customer} />
      </div>
      {customer.steps > 0 && <Timeline customer={customer} journey={journey} step={step} onJourney={show} />}
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
