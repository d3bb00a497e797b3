/** All steps of a customer in one line of time, or those of the one journey that was picked. */
import { useAsk } from "~/api/client";
import { usePlace } from "~/selection";
import { JourneyThread, PAGE_STEPS, StepList, StepPages, type ThreadStep } from "~/thread";
import { Button, Card, Segments, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import type { Customer, ShowJourney } from "./types";

const said = words.customers.timeline;
const ORDERS = [
  { id: "oldest", label: said.oldest },
  { id: "newest", label: said.newest },
] as const;

interface TimelineProps {
  customer: Customer;
  journey: string;
  step: string;
  onJourney: ShowJourney;
}

export function Timeline({ customer, journey, step, onJourney }: TimelineProps) {
  const [order, setOrder] = usePlace<"oldest" | "newest">("order", "oldest");
  if (journey !== "")
    return (
      <Card
        title={said.title}
        actions={
          <Button size="small" icon="close" onPress={() => onJourney(null)}>
            {words.customers.overview.all}
          </Button>
        }
      >
        <JourneyThread
          key={`${journey} ${step}`}
          journeyId={journey}
          focus={/^\d+$/.test(step) ? Number(step) : undefined}
        />
      </Card>
    );
  return (
    <Card
      title={said.title}
      lead={customer.journeys > 1 ? said.lead : undefined}
      actions={<Segments label={said.order} options={ORDERS} value={order} onChange={(value) => setOrder(value)} />}
    >
      <StepPages
        key={order}
        total={customer.steps}
        focus={0}
        page={(at) => <TimelinePage customer={customer} at={at} newest={order === "newest"} onJourney={onJourney} />}
      />
    </Card>
  );
}

interface PageProps {
  customer: Customer;
  at: number;
  newest: boolean;
  onJourney: ShowJourney;
}

function TimelinePage({ customer, at, newest, onJourney }: PageProps) {
  const params = {
    path: { customer_id: customer.customer_id },
    query: { at, limit: PAGE_STEPS, newest_first: newest },
  };
  const ask = useAsk("/api/v1/customers/{customer_id}/steps", { params }, { keepPrevious: false });
  const tag = (step: ThreadStep) => (
    <button type="button" className="customer-tag" onClick={() => onJourney(step.journey_id, step.position)}>
      <bdi>{said.journey(step.journey_number, step.issue)}</bdi>
      <span className="c-hidden">{said.openJourney}</span>
    </button>
  );
  return (
    <Shown ask={ask} skeleton={<Skeleton lines={12} />}>
      {(page) => <StepList steps={page.items} tag={customer.journeys > 1 ? tag : undefined} />}
    </Shown>
  );
}
