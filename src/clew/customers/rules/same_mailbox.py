"""Addresses that a provider delivers to one mailbox belong to one person: mia.tran+shop@gmail.com is miatran@gmail.com."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.channels.mailbox import ALSO, DOTS, PLUS
from clew.customers.pairing import each_pair_once
from clew.customers.rule import IdentityRule
from clew.store import contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _links() -> ir.Table:
    interactions, records = contract_table("interactions"), contract_table("records")
    rows = interactions.select(
        evidence=interactions.interaction_id,
        at_us=interactions.occurred_us,
        identifier=interactions.identifiers.unnest(),
    ).union(
        records.select(evidence=records.record_id, at_us=records.received_us, identifier=records.identifiers.unnest())
    )
    parts = rows.identifier.split("@")
    emails = rows.mutate(domain=parts[1], before=parts[0], parts=parts.length())
    emails = emails.filter(emails.identifier.startswith("email:"), emails.parts == 2, emails.domain.isin(PLUS))
    name = emails.before.split("+")[0]
    plain_name = ibis.ifelse(emails.domain.isin(DOTS), name.replace(".", ""), name)
    domain = ibis.cases(*((emails.domain == one, other) for one, other in ALSO.items()), else_=emails.domain)
    spelled = emails.mutate(plain=plain_name + "@" + domain, bare=name.replace(".", ""))
    others = spelled.filter((spelled.plain != spelled.identifier) & (spelled.bare != "email:"))
    return each_pair_once(
        others.select(
            identifier_a=others.plain, identifier_b=others.identifier, evidence=others.evidence, at_us=others.at_us
        )
    )


RULE = IdentityRule(
    name="same_mailbox",
    question="Which e-mail addresses does the provider deliver to one mailbox?",
    version=1,
    confidence=1.0,
    source="help pages of Google, Microsoft, Apple, Fastmail and Proton on +addresses, dots and second domains",
    links=_links,
)
