"""Finds customers whom the bot leaves standing: no solution, no person, no direction elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    stays, walk = evidence.stays, evidence.walk
    gone_on = stays.own_turn.lead().over(ibis.window(group_by="journey", order_by="stay"))
    left = stays.mutate(comes_alone=gone_on.fill_null(True))
    ended = left.filter(
        (left.served_by == "bot")
        & (left.last_by == "customer")
        & ~left.settled
        & ~left.hands_over
        & ~left.sends_elsewhere
        & left.comes_alone
    )
    last = ended.select("journey", "stay", since_position=ended.position, last=ended.last_position)
    words = walk.select("journey", "position")
    return last.inner_join(words, [last.journey == words.journey, last["last"] == words.position]).select(
        "journey", "position", "since_position"
    )


DETECTOR = Detector(
    name="bot_dead_end",
    title="Bot dead end",
    question="Where does the bot leave customers standing?",
    rule="A conversation in which only a bot answered ends with the customer's word: nothing was settled, the bot neither handed "
    "over nor named another way, and no person took over.",
    severity=0.875,
    trigger="no_resolution",
    signal="self_service_completion",
    decision="Offer a person where the bot doesn't know, and teach it the issues that end here.",
    source="own; bot containment without resolution",
    needs="texts",
    shown_by=("gives_up",),
    find=_find,
)
