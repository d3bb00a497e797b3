"""Finds customers who go round in circles on the website."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

RETURNS, PAUSE_MINUTES = 3, 10
MINUTE_US = 60_000_000


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    views = walk.filter(walk.kind.isin(("visit", "article", "search")) & (walk.by == "customer")).select(
        "journey", "position", "occurred_us", "touchpoint"
    )
    line = ibis.window(group_by="journey", order_by="position")
    paired = views.mutate(
        turn=ibis.row_number().over(line),
        page_before=views.touchpoint.lag().over(line),
        us_before=views.occurred_us.lag().over(line),
    )
    begins = (paired.turn == 0) | (paired.occurred_us - paired.us_before > PAUSE_MINUTES * MINUTE_US)
    so_far = ibis.window(group_by="journey", order_by="position", preceding=(None, 0))
    looked = paired.mutate(look=ibis.ifelse(begins, paired.position, ibis.null("int64")).max().over(so_far))
    moves = looked.filter((looked.turn == 0) | begins_or_moves(looked)).select(
        "journey", "position", "look", "touchpoint"
    )
    page = ibis.window(group_by=["journey", "look", "touchpoint"], order_by="position")
    counted = moves.mutate(amount=ibis.row_number().over(page), since_position=moves.position.min().over(page))
    return counted.filter(counted.amount == RETURNS).select("journey", "position", "since_position", "amount")


def begins_or_moves(views: ir.Table) -> ir.BooleanValue:
    """Say of each view whether it is of another page than the one before it; views of the same page again aren't returns."""
    return (views.page_before != views.touchpoint).fill_null(True) | (views.look == views.position)


DETECTOR = Detector(
    name="loop_clicks",
    title="Going round in circles",
    question="Where do customers go round in circles on the website?",
    rule="The third return to one page within one look around, with other pages in between and no pause above 10 minutes.",
    thresholds=(
        Threshold("returns", RETURNS, "returns to one page"),
        Threshold("pause", PAUSE_MINUTES, "minutes at most"),
    ),
    severity=0.25,
    amount_unit="returns",
    trigger="unclear_next_steps",
    signal="self_service_completion",
    decision="Put what people look for on the page that they keep coming back to.",
    source="own; looping navigation (Contentsquare)",
    find=_find,
)
