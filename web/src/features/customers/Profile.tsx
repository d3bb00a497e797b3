/** What is known of a customer beside the journeys: traits with who tells them, and what the customer agreed to. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { stepAt } from "~/thread";
import { Badge, Button, Card, Dialog, Icon, Named, Shown, Skeleton, TextLink } from "~/ui";
import { words } from "~/words";
import { date } from "~/words/format";
import { Consents } from "./Consents";
import type { ProfileTrait, ProfileValue } from "./types";
import "./profile.css";

const said = words.profile;

export function Profile({ customerId }: { customerId: string }) {
  const ask = useAsk("/api/v1/customers/{customer_id}/profile", { params: { path: { customer_id: customerId } } });
  return (
    <Shown ask={ask} skeleton={<Skeleton height={420} />}>
      {(found) => (
        <div className="profile">
          <Traits customerId={customerId} traits={found.traits} />
          <Consents customerId={customerId} consents={found.consents} identifiers={found.identifiers} />
        </div>
      )}
    </Shown>
  );
}

function Traits({ customerId, traits }: { customerId: string; traits: readonly ProfileTrait[] }) {
  const [open, setOpen] = useState<ProfileTrait | null>(null);
  return (
    <Card title={said.title} lead={said.lead}>
      {traits.length === 0 ? (
        <p className="customer-none">{said.none}</p>
      ) : (
        <dl className="profile-traits">
          {traits.map((trait) => (
            <TraitLine key={trait.trait} {...{ customerId, trait }} onOpen={() => setOpen(trait)} />
          ))}
        </dl>
      )}
      {open && <Tellings customerId={customerId} trait={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

interface TraitLineProps {
  customerId: string;
  trait: ProfileTrait;
  onOpen: () => void;
}

function TraitLine({ customerId, trait, onOpen }: TraitLineProps) {
  const { standing, others } = trait;
  const otherwise = new Set(others.filter((each) => each.contradicts).flatMap((each) => each.sources));
  return (
    <div>
      <dt>
        {trait.title} {trait.sensitive && <Badge icon="lock">{said.sensitive}</Badge>}
      </dt>
      <dd>
        <span className="profile-value">
          <Named truncate={false}>{standing.value}</Named>
          {trait.conflict && (
            <Badge tone="warn" icon="warning">
              {said.conflict}
            </Badge>
          )}
        </span>
        <ToldBy customerId={customerId} value={standing} />
        {others.length > 0 && (
          <Button size="small" kind="quiet" icon="compare" onPress={onOpen}>
            {said.otherwise(otherwise.size, others.length)}
            <span className="c-hidden">: {trait.title}</span>
          </Button>
        )}
      </dd>
    </div>
  );
}

function ToldBy({ customerId, value }: { customerId: string; value: ProfileValue }) {
  return (
    <span className="profile-faint">
      <bdi>{value.sources.join(", ")}</bdi> · {value.at && <time dateTime={value.at}>{date(value.at)}</time>} ·{" "}
      {said.tellings(value.tellings)}
      {value.journey_id !== null && (
        <>
          {" · "}
          <TextLink to={stepAt(customerId, value.journey_id, value.position)}>{said.evidence}</TextLink>
        </>
      )}
    </span>
  );
}

interface TellingsProps {
  customerId: string;
  trait: ProfileTrait;
  onClose: () => void;
}

/** Who tells what, and why one of the values stands. */
function Tellings({ customerId, trait, onClose }: TellingsProps) {
  return (
    <Dialog title={said.others(trait.title)} isOpen onClose={onClose}>
      <div className="profile-stack">
        <p className="profile-told">
          <strong>{said.policy}:</strong> <bdi>{said.policyOf(trait.policy)}</bdi>.{" "}
          <span className="profile-faint">{said.policyWhere}</span>
        </p>
        <ul className="profile-list">
          <li>
            <Badge tone="good" icon="check">
              {said.stands}
            </Badge>
            <Named truncate={false}>{trait.standing.value}</Named>
            <ToldBy customerId={customerId} value={trait.standing} />
          </li>
          {trait.others.map((each) => (
            <li key={`${each.value} ${each.source} ${each.at}`}>
              <span className="profile-mark">
                <Icon name={each.contradicts ? "warning" : "check"} size={14} />
                {each.contradicts ? said.contradicts : said.agrees}
              </span>
              <Named truncate={false}>{each.value}</Named>
              <ToldBy customerId={customerId} value={each} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
