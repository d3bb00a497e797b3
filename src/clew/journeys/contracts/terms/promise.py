"""The customer is promised when to hear again before being handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.journeys.contracts.term import Term
from clew.model import TEXTS_UNREAD

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.model import HandoffContract


def _holds(handoffs: ir.Table, _contract: HandoffContract) -> ir.BooleanValue:
    return handoffs.promised


TERM = Term(
    name="promise",
    title="Promise given",
    question="Was the customer promised, before the handoff, when to hear again?",
    source="own; unclear next steps are one of the five things that upset customers",
    untold=TEXTS_UNREAD,
    is_asked=lambda contract: contract.promise,
    holds=_holds,
)
