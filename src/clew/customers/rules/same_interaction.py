"""Identifiers given in one interaction belong to one person: the form held both the e-mail and the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.customers.pairing import pairs_with_first
from clew.customers.rule import IdentityRule
from clew.store import contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _links() -> ir.Table:
    interactions = contract_table("interactions")
    return pairs_with_first(interactions, interactions.interaction_id, interactions.occurred_us)


RULE = IdentityRule(
    name="same_interaction",
    question="Which identifiers were given together in one interaction?",
    version=1,
    confidence=1.0,
    source="own; deterministic matching as customer data platforms do it",
    links=_links,
)
