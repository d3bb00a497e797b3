"""Finds customers who looked for help by themselves and didn't find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

PAUSE_MINUTES = 10
MINUTE_US = 60_000_000


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    searches = walk.kind.isin(("search", "article"))
    looks = searches | ((walk.kind == "visit") & ((walk.channel == "self_service") | walk.settles))
    rows = walk.filter((walk.by == "customer") & (looks | walk.is_word)).select(
        "journey", "position", "occurred_us", "settles", looks=looks, searches=searches
    )
    line = ibis.window(group_by="journey", order_by="position")
    paired = rows.mutate(
        turn=ibis.row_number().over(line),
        looked=rows.looks.lag().over(line),
        us_before=rows.occurred_us.lag().over(line),
    )
    paused = paired.occurred_us - paired.us_before > PAUSE_MINUTES * MINUTE_US
    begins = paired.looks & ((paired.turn == 0) | ~paired.looked | paused).fill_null(True)
    so_far = ibis.window(group_by="journey", order_by="position", preceding=(None, 0))
    begun = paired.mutate(since_position=ibis.ifelse(begins, paired.position, ibis.null("int64")).max().over(so_far))
    mine = begun.filter(begun.looks)
    summed = mine.group_by("journey", "since_position").agg(
        first_search=mine.position.min(where=mine.searches),
        position=mine.position.max(),
        done=mine.settles.any(),
        amount=mine.count(),
    )
    return summed.filter(summed.first_search.notnull() & ~summed.done).select(
        "journey", "position", "since_position", "amount"
    )


DETECTOR = Detector(
    name="failed_self_service",
    title="Failed self-service",
    question="Where do customers look for help by themselves and not find it?",
    rule="A look at the help pages with a search or an article in it (pages no more than 10 minutes apart, nobody spoken to in "
    "between) that never reaches a page which says that it is done.",
    thresholds=(Threshold("pause", PAUSE_MINUTES, "minutes"),),
    severity=0.375,
    amount_unit="pages and searches",
    trigger="no_resolution",
    signal="self_service_completion",
    decision="Write or mend the articles and flows that people search for in vain.",
    source="TSIA: self-service success",
    find=_find,
)
