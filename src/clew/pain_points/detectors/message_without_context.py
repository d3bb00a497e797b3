"""Finds notices that tell the result in a bare word: not what was wrong, what was done or what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.pain_points.detector import Detector
from clew.pain_points.spoken import steps_with, without

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence
#: What tells of a next step.
_NOT_BARE = ("leaves_open", "tells_progress", "sends_elsewhere", "hands_over")


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    notices = walk.filter(walk.is_word & (walk.by == "system") & (walk.kind == "message"))
    bare = notices.semi_join(steps_with(evidence, "tells_little"), ["journey", "position"]).select(
        "journey", "position"
    )
    # A sender that nobody reads may tell a result, but most of what it says by itself is none.
    return without(bare, steps_with(evidence, "answers_by_itself", "settles", *_NOT_BARE))


DETECTOR = Detector(
    name="message_without_context",
    title="Message without context",
    question="Which notices leave customers guessing what they mean?",
    rule="A notice says in a bare word that it is closed, changed or done; nothing in it says what was wrong, what was done, or "
    "what comes next.",
    severity=0.75,
    trigger="unclear_next_steps",
    decision="Let closing messages say what was wrong, what was done and what comes next.",
    source="own; closing summaries in service design",
    needs="texts",
    shown_by=("tells_little",),
    find=_find,
    order_dependent=False,
)
