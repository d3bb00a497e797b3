"""Finds customers who wait much longer for an answer than the channel leads them to expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

TIMES = 3
SECOND_US = 1_000_000


def _find(evidence: Evidence) -> ir.Table:
    waited = evidence.walk.filter(evidence.walk.wait_us.notnull())
    limit = ibis.cases(
        *((waited.desk == desk, TIMES * seconds * SECOND_US) for desk, seconds in evidence.expected_seconds.items()),
        else_=ibis.null("int64"),
    )
    long = waited.filter((waited.wait_us > limit).fill_null(False))
    return long.select("journey", "position", amount=long.wait_us / SECOND_US)


DETECTOR = Detector(
    name="long_wait",
    title="Long wait",
    question="Where do customers wait much longer than the channel leads them to expect?",
    rule="A person answers later than 3 times the answer time that customers expect on the channel, counted from the customer's "
    "latest word; for a call, the time in the queue until somebody took it. What a channel leads to expect stands in the "
    "channels' catalogue, and in clew.toml under [answers].",
    thresholds=(Threshold("times_expected", TIMES, "times the channel's expected answer"),),
    severity=0.5,
    amount_unit="seconds",
    trigger="waiting",
    signal="waits_before_an_agent",
    decision="Staffing, or routing to a desk that is free.",
    source="own; expected answer times by channel: docs/reference/channels.md",
    find=_find,
)
