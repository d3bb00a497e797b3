"""The next party has what it needs: certain facts were given before the handoff and aren't asked for again after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.journeys.contracts.term import Term
from clew.model import TEXTS_UNREAD

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.model import HandoffContract


def _holds(handoffs: ir.Table, contract: HandoffContract) -> ir.BooleanValue:
    known, again = handoffs.facts_known, handoffs.facts_asked_again
    kept = ibis.literal(True)
    for fact in contract.required_facts:
        kept = kept & known.contains(fact) & ~again.contains(fact)
    return ibis.ifelse(known.isnull() | again.isnull(), ibis.null("boolean"), kept)


TERM = Term(
    name="required_facts",
    title="Required facts",
    question="Was everything that the next party needs known before the handoff, and not asked for again after it?",
    source="own; what customers expect of a handoff: not to repeat themselves",
    untold=TEXTS_UNREAD,
    is_asked=lambda contract: bool(contract.required_facts),
    holds=_holds,
)
