/** Both customers beside each other: what they are known by, and every trait with who says it and how alike it is. */
import type { ReactNode } from "react";
import { Card, Icon, Named, TextLink } from "~/ui";
import { words } from "~/words";
import { date, number } from "~/words/format";
import { agreementOf, ICONS } from "./agreement";
import type { Beside, Both, Side, Told } from "./types";

const said = words.review.both;
const SHOWN = 6;

export function SideBySide({ both }: { both: Both }) {
  return (
    <Card title={said.title}>
      <table className="review-both">
        <thead>
          <tr>
            <th scope="col">{said.what}</th>
            <SideHead side={both.left} which={words.review.side.left} />
            <SideHead side={both.right} which={words.review.side.right} />
          </tr>
        </thead>
        <tbody>
          {both.traits.map((row) => (
            <TraitLine key={row.trait} row={row} />
          ))}
          <Plain title={said.identifiers} both={both} cell={(side) => <Identifiers side={side} />} />
          <Plain
            title={said.sources}
            both={both}
            cell={(side) => <Named truncate={false}>{side.sources.join(", ")}</Named>}
          />
          <Plain title={said.interactions} both={both} cell={(side) => number(side.interactions)} />
          <Plain title={said.since} both={both} cell={(side) => date(side.first_seen)} />
        </tbody>
      </table>
    </Card>
  );
}

function SideHead({ side, which }: { side: Side; which: string }) {
  return (
    <th scope="col">
      <span className="review-side">{said.customer(which)}</span>
      <TextLink to={`/customers/${encodeURIComponent(side.customer_id)}`}>
        {said.openCustomer}
        <span className="c-hidden"> ({which})</span>
      </TextLink>
    </th>
  );
}

function TraitLine({ row }: { row: Beside }) {
  const kind = agreementOf(row);
  const word = said.agree[kind];
  const exact = kind === "close" ? row.agreement : "";
  return (
    <tr>
      <th scope="row">
        <span>{words.review.column(row.trait)}</span>
        <span className={`review-agreement review-agreement-${kind}`}>
          <Icon name={ICONS[kind]} size={14} /> <span>{exact ? `${word}: ${exact}` : word}</span>
        </span>
        {row.weight !== null && <span className="review-faint">{said.adds(row.weight)}</span>}
      </th>
      <Values told={row.left} />
      <Values told={row.right} />
    </tr>
  );
}

function Values({ told }: { told: readonly Told[] }) {
  return (
    <td>
      {told.length === 0 && <span className="review-faint">{said.nothing}</span>}
      {told.slice(0, SHOWN).map((each) => (
        <span key={each.value} className="review-value">
          <Named truncate={false}>{each.value}</Named>
          <span className="review-faint">
            <bdi>{said.from(each.sources.join(", "), each.at === null ? "" : date(each.at))}</bdi>
          </span>
        </span>
      ))}
      {told.length > SHOWN && <span className="review-faint">{said.more(told.length - SHOWN)}</span>}
    </td>
  );
}

function Plain({ title, both, cell }: { title: string; both: Both; cell: (side: Side) => ReactNode }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{cell(both.left)}</td>
      <td>{cell(both.right)}</td>
    </tr>
  );
}

function Identifiers({ side }: { side: Side }) {
  const shown = [side.identifier, ...side.identifiers.filter((each) => each !== side.identifier)].slice(0, SHOWN);
  return (
    <>
      {shown.map((each) => (
        <span key={each} className="review-value">
          <Named truncate={false}>{each}</Named>
        </span>
      ))}
      {side.all_identifiers > shown.length && (
        <span className="review-faint">{said.more(side.all_identifiers - shown.length)}</span>
      )}
    </>
  );
}
