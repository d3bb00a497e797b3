"""Finds notices that tell the result in a bare word: not what was wrong, what was done or what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold
from clew.pain_points.spoken import steps_with, without

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

MOST_WORDS = 18


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    window = ibis.window(group_by="journey", order_by="position")
    known = walk.mutate(
        follows_close=(walk.settles.lag().over(window) & (walk.is_word.lag().over(window) == False)).fill_null(False)  # noqa: E712
    )
    notices = known.filter(known.is_word & (known.by == "system") & (known.kind == "message"))
    acts = evidence.acts
    little = (
        acts.filter(acts.act == "tells_little")
        .group_by("journey", "position")
        .agg(done=(acts["shape"] == "done").any())
    )
    joined = notices.inner_join(little, ["journey", "position"])
    closes = joined.filter(joined.follows_close).select("journey", "position")
    calls_it_done = joined.filter(joined.done & ~joined.follows_close).select("journey", "position")
    # A sender that nobody reads may tell a result, but most of what it says by itself is none.
    told = without(calls_it_done, steps_with(evidence, "answers_by_itself")).union(closes)
    return without(told, steps_with(evidence, "leaves_open", "tells_progress", "sends_elsewhere", "hands_over"))


DETECTOR = Detector(
    name="message_without_context",
    title="Message without context",
    question="Which notices leave customers guessing what they mean?",
    rule="A notice of at most 18 words calls it closed, changed or done, or comes right after the case was closed, and gives no "
    "reason, sum, day or next step.",
    thresholds=(Threshold("bare", MOST_WORDS, "words at most"),),
    severity=0.75,
    trigger="unclear_next_steps",
    decision="Let closing messages say what was wrong, what was done and what comes next.",
    source="own; closing summaries in service design",
    needs="texts",
    shown_by=("tells_little",),
    find=_find,
    order_dependent=False,
)
