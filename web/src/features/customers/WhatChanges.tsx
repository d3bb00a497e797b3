/** Who becomes whom: the groups of identifiers now and then, with how much each holds. */
import { words } from "~/words";
import { Identifier } from "./Identifier";
import type { Exchange, Group, Preview } from "./types";

const said = words.identity.change;
const SHOWN = 8;

export function WhatChanges({ preview }: { preview: Preview }) {
  if (preview.all_exchanges === 0) return <p role="status">{said.nothing}</p>;
  const more = preview.all_exchanges - preview.exchanges.length;
  return (
    <div className="identity-stack" role="status">
      <p className="identity-told">
        <strong>{said.customers(preview.customers)}</strong>{" "}
        {said.concerned(preview.identifiers, preview.interactions, preview.journeys)}
      </p>
      {preview.exchanges.map((exchange) => (
        <ExchangeView key={keyOf(exchange)} exchange={exchange} />
      ))}
      {more > 0 && <p>{said.moreGroups(more)}</p>}
    </div>
  );
}

const keyOf = (exchange: Exchange): string =>
  exchange.before.map((group) => group.identifiers.join("\u0000")).join("\u0001");

function ExchangeView({ exchange }: { exchange: Exchange }) {
  return (
    <div className="identity-exchange">
      <Side title={said.before} groups={exchange.before} />
      <Side title={said.after} groups={exchange.after} />
    </div>
  );
}

function Side({ title, groups }: { title: string; groups: readonly Group[] }) {
  return (
    <div>
      <h3 className="identity-heading">{title}</h3>
      <ul className="identity-groups">
        {groups.map((group, at) => (
          <li key={group.identifiers.join("\u0000")} className="identity-group">
            <span className="identity-group-head">
              <strong>{said.group(at + 1)}</strong> {said.holds(group.interactions)}
            </span>
            {group.identifiers.slice(0, SHOWN).map((identifier) => (
              <Identifier key={identifier} identifier={identifier} />
            ))}
            {group.all_identifiers > SHOWN && (
              <span className="identity-faint">{said.more(group.all_identifiers - SHOWN)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
