"""Finds customers who hit the same page again and again within seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

CLICKS, SECONDS = 4, 2
SECOND_US = 1_000_000


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    views = walk.filter((walk.kind == "visit") & (walk.by == "customer")).select(
        "journey", "position", "occurred_us", "channel", "touchpoint"
    )
    line = ibis.window(group_by="journey", order_by="position")
    paired = views.mutate(
        turn=ibis.row_number().over(line),
        page_before=views.touchpoint.lag().over(line),
        us_before=views.occurred_us.lag().over(line),
    )
    goes_on = (paired.page_before == paired.touchpoint) & (paired.occurred_us - paired.us_before <= SECONDS * SECOND_US)
    begins = (paired.turn == 0) | ~goes_on.fill_null(False)
    so_far = ibis.window(group_by="journey", order_by="position", preceding=(None, 0))
    runs = paired.mutate(since_position=ibis.ifelse(begins, paired.position, ibis.null("int64")).max().over(so_far))
    summed = runs.group_by("journey", "since_position").agg(position=runs.position.max(), amount=runs.count())
    return summed.filter(summed.amount >= CLICKS).select("journey", "position", "since_position", "amount")


DETECTOR = Detector(
    name="rage_clicks",
    title="Rage clicks",
    question="Which pages do customers hit again and again because nothing happens?",
    rule="The same page at least 4 times in a row, each within 2 seconds of the one before.",
    thresholds=(Threshold("clicks", CLICKS, "views of one page"), Threshold("apart", SECONDS, "seconds at most")),
    severity=0.25,
    amount_unit="views",
    trigger="no_resolution",
    signal="self_service_completion",
    decision="Mend the page: what should happen there doesn't, or isn't seen to.",
    source="FullStory, Contentsquare: rage clicks, here on page views",
    find=_find,
)
