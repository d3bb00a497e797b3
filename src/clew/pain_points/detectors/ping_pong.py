"""Finds customers and cases that are sent back to where they had been before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


def _find(evidence: Evidence) -> ir.Table:
    return _customers(evidence.stays).union(_cases(evidence.walk))


def _customers(stays: ir.Table) -> ir.Table:
    there = ibis.window(group_by=["journey", "desk"], order_by="stay")
    paired = stays.mutate(visit=ibis.row_number().over(there), since_position=stays.position.lag().over(there))
    back = (paired.visit > 0) & (paired.desk != paired.desk_before)
    return paired.filter(back & ~paired.chases & ~paired.asks_back).select("journey", "position", "since_position")


def _cases(walk: ir.Table) -> ir.Table:
    """Return where a case goes back to a team that had passed it on, out of the customer's sight.

    The step that opens the case tells which team it was first given to.
    """
    inside = (walk.position == 0) | (~walk.is_word & walk.kind.isin(("status", "note", "task")))
    work = walk.filter(inside & walk.team.notnull())
    line = ibis.window(group_by="journey", order_by="position")
    there = ibis.window(group_by=["journey", "team"], order_by="position")
    paired = work.mutate(
        turn=ibis.row_number().over(line),
        team_before=work.team.lag().over(line),
        visit=ibis.row_number().over(there),
        since_position=work.position.lag().over(there),
    )
    back = (paired.visit > 0) & (paired.team != paired.team_before) & (paired.turn > 0)
    return paired.filter(back).select("journey", "position", "since_position")


DETECTOR = Detector(
    name="ping_pong",
    title="Ping-pong",
    question="Where are customers, or their cases, sent back to where they had been before?",
    rule="The customer speaks at a desk where they were before, with another desk in between (neither to ask for news nor to ask "
    "what a notice means); or a case goes back to a team that had passed it on.",
    severity=0.875,
    trigger="sudden_switch",
    signal="channel_switching",
    decision="Say who owns the issue to its end, and let no desk pass on what another has passed on.",
    source="own; in service desks known as ping-pong or bouncing between groups (ServiceNow, BPI Challenge 2013)",
    find=_find,
)
