"""Parts each stay into answers: what the company's side said from one turn of the customer's to the next, and how it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.evidence import ANSWERS, Evidence
from clew.pain_points.spoken import steps_with

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: The customer turns to the company anew after so long a silence in the same conversation.
QUIET_US = 60 * 60_000_000
_FLAGS = {
    "leaves_open": ("leaves_open",),
    "passes_case": ("passes_case",),
    "is_clear": ("promises", "tells_progress"),
    "by_itself": ("answers_by_itself",),
    "asks": ("asks_something",),
    "leaves": ("says_goodbye",),
    "wants_person": ("asks_for_person",),
}


def answers_table(evidence: Evidence) -> ir.Table:
    """Return one row an answer, from the walk and the acts of the evidence."""
    parts = _parted(evidence)
    ours = (parts.by != "customer") | parts.taken
    closing = ibis.ifelse(parts.leaves & (parts.kind != "call"), parts.position, ibis.null("int64"))
    by_person = parts.by.isin(("agent", "system")) | parts.taken
    summed = parts.group_by("journey", "stay", "part").agg(
        begun=parts.position.min(where=parts.begins),
        position=parts.position.max(where=ours & closing.isnull()),
        until=parts.position.max(),
        asks=parts.asks.argmax(parts.position, where=ours & closing.isnull() & (parts.kind != "call")),
        by_person=by_person.any(),
        settles=(parts.settles & ours).any(),
        is_clear=(parts.is_clear & ours).any(),
        hands_over=(parts.hands_over & ours).any(),
        sends_elsewhere=(parts.sends_elsewhere & ours).any(),
        leaves_open=(parts.leaves_open & ours).any(),
        passes_case=(parts.passes_case & ours).any(),
        by_itself=(parts.by_itself & ours).any(),
        wants_person=parts.wants_person.any(),
        customer_last=(parts.by == "customer").argmax(parts.position) & ~parts.taken.argmax(parts.position),
    )
    said = summed.filter(summed.position.notnull())
    return said.mutate(is_vague=_is_vague(said)).select(*ANSWERS.columns)


def _is_vague(said: ir.Table) -> ir.BooleanValue:
    """Say of each answer that it leaves everything open without a word about that."""
    told = said.settles | said.is_clear | said.hands_over | said.sends_elsewhere | said.asks.fill_null(False)
    return ~told & ~(said.leaves_open | said.passes_case | said.by_itself)


def _parted(evidence: Evidence) -> ir.Table:
    """Return the words of all stays with ``part``, the number of the customer's turn in it, and what is said in each."""
    walk = evidence.walk
    words = walk.filter(walk.is_word & walk.stay.notnull())
    for name, acts in _FLAGS.items():
        there = steps_with(evidence, *acts).select("journey", "position").mutate(**{name: ibis.literal(True)})
        joined = words.left_join(there, ["journey", "position"])
        words = joined.select(*words.columns, **{name: joined[name].fill_null(False)})
    order = ibis.window(group_by=["journey", "stay"], order_by="position")
    mine = (words.by == "customer") & ~words.taken
    said_us = words.until_us.lag().over(order)
    by_us = words.by.lag().over(order) != "customer"
    begins = (words.by == "customer") & (
        said_us.isnull() | (words.occurred_us - said_us > QUIET_US) | (by_us & ~mine)
    ).fill_null(True)
    begun = words.mutate(begins=begins)
    so_far = ibis.window(group_by=["journey", "stay"], order_by="position", preceding=(None, 0))
    return begun.mutate(part=begun.begins.cast("int64").sum().over(so_far))
