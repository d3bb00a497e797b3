"""Finds questions for what the customer had given before on the same journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.pain_points.detector import Detector

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    facts = evidence.facts
    again = facts.filter(facts.act == "ask_again").select("journey", "position", "fact").distinct()
    told = facts.filter(facts.act.isin(("give", "answer")) & (facts.speaker == "customer"))
    since = told.group_by("journey", "fact").agg(since=told.position.min())
    joined = again.left_join(since, ["journey", "fact"])
    return joined.group_by("journey", "position").agg(
        since_position=joined.since.min(), amount=joined.fact.nunique().cast("float64")
    )


DETECTOR = Detector(
    name="asked_again",
    title="Asked again",
    question="Where do customers have to say again what they had told us?",
    rule="The company asks for something that the customer had given before in this journey, at whatever desk. A check of who they "
    "are is none.",
    severity=0.75,
    amount_unit="facts asked for again",
    trigger="repeating",
    signal="repeated_requests",
    decision="Connect the systems, and carry what was given along with the customer.",
    source="own; customer effort research: repeating information is what costs most loyalty (CEB, The Effortless Experience)",
    needs="texts",
    shown_by=("ask_again",),
    find=_find,
)
