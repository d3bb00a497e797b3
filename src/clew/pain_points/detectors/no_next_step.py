"""Finds answers that leave customers without a next step: nothing is settled, and nobody says what happens when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold
from clew.pain_points.spoken import steps_with, without, words_of_company

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

GOES_ON_SECONDS = 600
SECOND_US = 1_000_000


def _find(evidence: Evidence) -> ir.Table:
    return _said(evidence).union(_left(evidence), distinct=True)


def _said(evidence: Evidence) -> ir.Table:
    """Return the words that say so themselves: no day, no status, or only that the case was passed on."""
    spoken = words_of_company(evidence)
    named = spoken.semi_join(steps_with(evidence, "leaves_open", "passes_case"), ["journey", "position"])
    clear = _clear(evidence)
    open_ends = without(named, clear).filter(~ibis._.hands_over & ~ibis._.sends_elsewhere)
    return without(open_ends, _soon_clear(spoken, clear)).select("journey", "position")


def _left(evidence: Evidence) -> ir.Table:
    """Return the last words of answers that settle nothing and tell neither day nor way, in whatever words.

    They answer customers who ask for news, or the case goes to the back office after them.
    """
    each = evidence.answers
    walk = evidence.walk
    after = walk.mutate(
        next_channel=walk.channel.lead().over(ibis.window(group_by="journey", order_by="position")),
        next_kind=walk.kind.lead().over(ibis.window(group_by="journey", order_by="position")),
    ).select("journey", "position", "next_channel", "next_kind")
    joined = each.left_join(after, [each.journey == after.journey, each.until == after.position])
    joined = joined.select(*each.columns, "next_channel", "next_kind")
    asked = evidence.chases.select("journey", "position").mutate(chased=ibis.literal(True))
    placed = joined.left_join(asked, [joined.journey == asked.journey, joined.begun == asked.position])
    placed = placed.select(*joined.columns, chased=placed.chased.fill_null(False))
    passed = (placed.next_channel == "back_office") & placed.next_kind.isin(("message", "form", "task"))
    left = placed.filter(placed.by_person & placed.is_vague & (placed.chased | passed.fill_null(False)))
    return without(left.select("journey", "position"), _clear(evidence))


def _clear(evidence: Evidence) -> ir.Table:
    """Return the steps in which a date is promised, or which tell how far it is."""
    promised = evidence.facts.filter(evidence.facts.fact == "promise").select("journey", "position")
    said = steps_with(evidence, "promises", "tells_progress").select("journey", "position")
    return promised.union(said)


def _soon_clear(spoken: ir.Table, clear: ir.Table) -> ir.Table:
    """Return the words that the same side goes on from, within minutes, with a date, a direction or a handover."""
    dated = clear.select("journey", "position").distinct().mutate(dated=ibis.literal(True))
    chats = spoken.filter(spoken.kind == "message")
    joined = chats.left_join(dated, ["journey", "position"])
    told = joined.select(
        *("journey", "position", "stay", "occurred_us"),
        clear=joined.dated.notnull() | joined.hands_over | joined.sends_elsewhere,
    )
    window = ibis.window(group_by=["journey", "stay"], order_by="position")
    ahead = told.mutate(then_clear=told.clear.lead().over(window), then_us=told.occurred_us.lead().over(window))
    soon = ahead.then_us - ahead.occurred_us <= GOES_ON_SECONDS * SECOND_US
    return ahead.filter((ahead.stay.notnull() & ahead.then_clear & soon).fill_null(False))


DETECTOR = Detector(
    name="no_next_step",
    title="No next step",
    question="Which answers leave customers not knowing what happens next, and when?",
    rule="An answer or a notice says that it takes as long as it takes, that no status can be seen, or that the case was passed on, "
    "and names no day, hands nobody over and sends nowhere, nor does the next message within 10 minutes. So does an answer to "
    "somebody who asks for news, or one after which the case goes to the back office, that settles nothing and names no day.",
    thresholds=(Threshold("goes_on", GOES_ON_SECONDS, "seconds until the same side's next message"),),
    severity=0.5,
    trigger="unclear_next_steps",
    decision="Give every open answer a day and a name, and tell the status before it is asked for.",
    source="own; unclear next steps, one of the five emotional triggers",
    needs="texts",
    shown_by=("leaves_open", "passes_case"),
    order_dependent=False,
    find=_find,
)
