"""Finds customers who leave a queue before anybody has spoken to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.model import BY_NAME
from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

AT_LEAST_SECONDS = 10
SECOND_US = 1_000_000


def _find(evidence: Evidence) -> ir.Table:
    live = [desk for desk in evidence.expected_seconds if BY_NAME[desk].tempo == "real_time"]
    stays = evidence.stays
    waited = stays.ended_us - stays.began_us >= AT_LEAST_SECONDS * SECOND_US
    left = stays.filter(stays.abandoned & stays.desk.isin(live) & waited & (stays.hung_up | (stays.words > 1)))
    return left.select(
        "journey",
        position="last_position",
        since_position="position",
        amount=(left.ended_us - left.began_us) / SECOND_US,
    )


DETECTOR = Detector(
    name="abandoned_queue",
    title="Abandoned queue",
    question="Where do customers leave the queue before anybody has spoken to them?",
    rule="A call that ended abandoned, or a live conversation that was given up before anybody of the company said a word, after 10 "
    "seconds or more: what is shorter is a wrong number or a test.",
    thresholds=(Threshold("at_least", AT_LEAST_SECONDS, "seconds"),),
    severity=1.0,
    amount_unit="seconds",
    trigger="waiting",
    signal="waits_before_an_agent",
    decision="Staffing at the hours at which people hang up, or a call back instead of a queue.",
    source="Genesys: abandoned in queue, without short abandons",
    find=_find,
    order_dependent=False,
)
