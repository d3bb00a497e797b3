"""Records that are alike belong to one person: names, birth dates and addresses that agree, as far as a trained model is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.customers.rule import IdentityRule
from clew.model import IDENTITY_PROPOSALS
from clew.store import unbound

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: However sure likeness is, what was given together is believed more.
SUREST = 0.999999


def _links() -> ir.Table:
    proposed = unbound(IDENTITY_PROPOSALS)
    accepted = proposed.filter(proposed.band == "accept")
    return accepted.select(
        identifier_a=accepted.identifier_a,
        identifier_b=accepted.identifier_b,
        evidence=ibis.literal("proposal ") + accepted.number.cast("string"),
        at_us=accepted.at_us,
        last_us=accepted.at_us,
        times=ibis.literal(0, "int64"),
        confidence=ibis.least(accepted.probability, SUREST),
    )


RULE = IdentityRule(
    name="likeness",
    question="Whose names, birth dates and addresses are so alike that they are one person?",
    version=1,
    confidence=None,
    source="Fellegi and Sunter (1969), as Splink 5 estimates it; see 'clew customers model'",
    links=_links,
    basis="legitimate_interest",
    wanted=lambda policy: policy.likeness == "accept",
)
