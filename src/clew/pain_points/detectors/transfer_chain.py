"""Finds customers whom agents hand over to other agents more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

TRANSFERS = 2


def _find(evidence: Evidence) -> ir.Table:
    stays = evidence.stays
    line = ibis.window(group_by="journey", order_by="stay")
    paired = stays.mutate(served_before=stays.served_by.lag().over(line))
    passed = paired.filter((paired.stay > 1) & ~paired.own_turn & (paired.served_before == "agent"))
    counted = passed.mutate(amount=ibis.row_number().over(line) + 1, since_position=passed.position.lag().over(line))
    return counted.filter(counted.amount == TRANSFERS).select("journey", "position", "since_position", "amount")


DETECTOR = Detector(
    name="transfer_chain",
    title="Transfer chain",
    question="Where are customers passed from agent to agent?",
    rule="The second time on one journey that an agent hands the customer over directly to other agents. A bot's handovers don't "
    "count, nor do those to the back office.",
    thresholds=(Threshold("transfers", TRANSFERS, "handovers between agents"),),
    severity=0.75,
    amount_unit="handovers",
    trigger="sudden_switch",
    signal="channel_switching",
    decision="Route by issue, so that whoever answers first may settle it.",
    source="own; transfer rate (Genesys), counted from the second",
    find=_find,
)
