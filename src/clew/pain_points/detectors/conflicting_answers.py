"""Finds answers that say the opposite of what somebody else of the company had said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector
from clew.pain_points.spoken import steps_with, words_of_company

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


#: The act that rules the matter out, or speaks against what was said.
_AGAINST = ("contradicts",)


def _find(evidence: Evidence) -> ir.Table:
    spoken = words_of_company(evidence)
    spoken = spoken.filter(spoken.stay.notnull())
    against = steps_with(evidence, *_AGAINST).select("journey", "position").mutate(against=ibis.literal(True))
    done = _settled(evidence).mutate(done=ibis.literal(True))
    judged = spoken.left_join(against, ["journey", "position"])
    judged = judged.select(*spoken.columns, "against").left_join(done, ["journey", "position"])
    stays = judged.group_by("journey", "stay").agg(
        against_at=judged.position.min(where=judged.against),
        position=judged.position.min(),
        settles=(judged.done.notnull() | (judged.outcome == "resolved")).any(),
    )
    before = ibis.window(group_by="journey", order_by="stay", preceding=(None, 1))
    known = stays.mutate(
        ruled_out=stays.against_at.count().over(before), since_position=stays.position.max().over(before)
    )
    first = known.against_at.notnull() & known.since_position.notnull() & (known.ruled_out == 0)
    found = known.filter(first & ~known.settles.fill_null(False))
    return found.select("journey", "since_position", position=found.against_at)


def _settled(evidence: Evidence) -> ir.Table:
    """Return the steps that settle something by another sentence than the one that speaks against it."""
    acts = evidence.acts
    against = acts.filter(acts.act.isin(_AGAINST)).select("journey", "position", "start_char").distinct()
    settles = acts.filter(acts.act == "settles").select("journey", "position", "start_char")
    joined = settles.left_join(against.mutate(both=ibis.literal(True)), ["journey", "position", "start_char"])
    return joined.filter(joined.both.isnull()).select("journey", "position").distinct()


DETECTOR = Detector(
    name="conflicting_answers",
    title="Conflicting answers",
    question="Where do customers hear the opposite of what we told them before?",
    rule="Somebody rules the matter out (not covered, nothing to correct, delivered for us), or speaks against what was said before "
    "(on Tuesday, not on Monday), and doesn't settle it, in a conversation after an earlier one in which the company took it up "
    "and nobody had ruled it out.",
    severity=0.875,
    trigger="unclear_next_steps",
    decision="Give every desk the same answer: one article for the rule, and the earlier answer in sight.",
    source="own; inconsistent answers across channels",
    needs="texts",
    shown_by=_AGAINST,
    find=_find,
)
