"""Finds customers who have to turn to the company once more about the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    stays = evidence.stays
    before = stays.position.lag().over(ibis.window(group_by="journey", order_by="stay"))
    paired = stays.mutate(since_position=before, amount=stays.stay - 1)
    return paired.filter((paired.stay > 1) & paired.own_turn & ~paired.chases).select(
        "journey", "position", "since_position", "amount"
    )


DETECTOR = Detector(
    name="repeat_contact",
    title="Repeat contact",
    question="Where do customers have to turn to us again about one and the same thing?",
    rule="The customer comes to a desk by themselves after an earlier conversation of the same journey, at whatever desk. Being "
    "handed over isn't coming again, and asking for news has a detector of its own.",
    severity=0.375,
    amount_unit="conversations before",
    trigger="repeating",
    signal="repeat_contacts",
    decision="Rework the workflow or the escalation path of the issue that brings people back.",
    source="own, as contacts after the first of one issue (callcentrehelper: repeat contact rate)",
    find=_find,
)
