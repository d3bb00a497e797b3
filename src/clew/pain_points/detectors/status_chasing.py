"""Finds customers who have to ask what became of their matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.pain_points.chases import QUIET_MINUTES
from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    return evidence.chases


DETECTOR = Detector(
    name="status_chasing",
    title="Status chasing",
    question="Where do customers have to ask what became of it?",
    rule="The customer asks for news of a matter that is already with the company: without an answer so far, while the back office has "
    "the case, or after an earlier word without adding anything. Whatever the words, turning to a desk without adding anything (a number, "
    "a date, a sum) counts too while the back office has the case, or an hour or more after a word that nobody answered.",
    thresholds=(Threshold("quiet", QUIET_MINUTES, "minutes since the last word of the conversation"),),
    severity=0.5,
    trigger="waiting",
    signal="repeat_contacts",
    decision="Tell the status by yourself, with a day for the next word, so that nobody has to ask.",
    source='own; "where is my order" and progress-chasing contacts (failure demand, Seddon)',
    needs="texts",
    shown_by=("asks_for_news",),
    find=_find,
)
