"""Finds customers who go elsewhere because nobody answered them where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    looks = walk.kind.isin(("search", "article")) | ((walk.kind == "visit") & (walk.channel == "self_service"))
    turns = walk.filter((walk.by == "customer") & (walk.stay.notnull() | looks)).select(
        "journey", "position", "stay", "desk"
    )
    line = ibis.window(group_by="journey", order_by="position")
    paired = turns.mutate(
        stay_before=turns.stay.lag().over(line), since_position=turns.position.lag().over(line)
    ).select("journey", "position", "since_position", "stay_before", here=turns.desk)
    left = evidence.stays.filter(evidence.stays.abandoned).select("journey", "desk", stay_before="stay")
    joined = paired.inner_join(left, ["journey", "stay_before"])
    return joined.filter(joined.here.isnull() | (joined.here != joined.desk)).select(
        "journey", "position", "since_position"
    )


DETECTOR = Detector(
    name="channel_switch_under_duress",
    title="Channel switch under duress",
    question="Where do customers change channel because nobody answers them?",
    rule="After leaving a queue, or after writing without any answer, the next thing the customer does is at another desk, or "
    "looking for help by themselves.",
    severity=0.5,
    trigger="sudden_switch",
    signal="channel_switching",
    decision="Mend how fast and how well the channel that they fled from answers, before moving contacts to it.",
    source="own; forced channel switching (Gartner, customer effort)",
    find=_find,
)
