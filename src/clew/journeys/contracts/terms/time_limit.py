"""The next party acts soon enough after the customer was handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.journeys.contracts.term import Term

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.model import HandoffContract

SECOND_US = 1_000_000


def _holds(handoffs: ir.Table, contract: HandoffContract) -> ir.BooleanValue:
    limit_us = (contract.within_seconds or 0) * SECOND_US
    # Whoever still waits, but not yet for so long, may yet be answered in time.
    return ibis.cases(
        (handoffs.wait_us.notnull(), handoffs.wait_us <= limit_us),
        (handoffs.waited_us > limit_us, False),
        else_=ibis.null("boolean"),
    )


TERM = Term(
    name="time_limit",
    title="Time limit",
    question="Did the next party act within the time limit?",
    source="own; service level practice: a target time for each queue",
    untold="the customer still waits, and the limit hasn't passed yet",
    is_asked=lambda contract: contract.within_seconds is not None,
    holds=_holds,
)
