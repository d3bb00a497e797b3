"""The customer is told of the handoff before it happens: that somebody else takes over, or where to turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.journeys.contracts.term import Term
from clew.model import TEXTS_UNREAD

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.model import HandoffContract


def _holds(handoffs: ir.Table, _contract: HandoffContract) -> ir.BooleanValue:
    return handoffs.told


TERM = Term(
    name="told",
    title="Customer told",
    question="Was the customer told that somebody else takes over, or where to turn?",
    source="own; a sudden change of channel is one of the five things that upset customers",
    untold=TEXTS_UNREAD,
    is_asked=lambda contract: contract.told,
    holds=_holds,
)
