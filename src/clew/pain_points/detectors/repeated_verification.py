"""Finds customers who have to prove more than once who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    facts = evidence.facts
    checks = facts.filter(facts.act == "verify").select("journey", "position").distinct()
    window = ibis.window(group_by="journey", order_by="position")
    counted = checks.mutate(number=ibis.row_number().over(window), since_position=checks.position.first().over(window))
    repeated = counted.filter(counted.number > 0)
    return repeated.select("journey", "position", "since_position", amount=repeated.number + 1)


DETECTOR = Detector(
    name="repeated_verification",
    title="Repeated verification",
    question="Where do customers have to prove again who they are?",
    rule="The second and every further check in one journey of who the customer is, by something that they had given before.",
    severity=0.375,
    amount_unit="checks so far",
    trigger="repeating",
    signal="repeated_requests",
    decision="Let a check hold for the journey, and hand it over with the customer.",
    source="own; authentication repeated after transfers",
    needs="texts",
    shown_by=("verify",),
    find=_find,
)
