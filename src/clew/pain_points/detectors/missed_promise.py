"""Finds promises of an answer by a day that passed in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector
from clew.pain_points.spoken import PEOPLE

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

DAY_US = 86_400_000_000
#: Browsing there isn't about the promise.
_PAGES = ("web", "app")


def _find(evidence: Evidence) -> ir.Table:
    promised = _promised(evidence)
    broken = _later(evidence.walk, promised)
    late = broken.filter(~broken.kept & broken.position.notnull())
    return late.group_by("journey", "position").agg(
        since_position=late.since_position.max(), amount=late.over_us.max() / DAY_US
    )


def _promised(evidence: Evidence) -> ir.Table:
    """Return the company's promises with the moment until which each holds; of several in one step the last."""
    acts, walk = evidence.acts, evidence.walk
    days = acts.filter((acts.act == "promises") & (acts.speaker == "company"))
    each = days.group_by("journey", "position").agg(days=days.number.cast("float64").argmax(days.start_char))
    given = walk.filter(walk.is_word & (walk.by.isin(PEOPLE) | walk.taken)).select("journey", "position", "occurred_us")
    joined = each.inner_join(given, ["journey", "position"])
    return joined.select(
        "journey",
        since_position=joined.position,
        since_us=joined.occurred_us,
        due_us=joined.occurred_us + (joined.days * DAY_US).cast("int64"),
    )


def _later(walk: ir.Table, promised: ir.Table) -> ir.Table:
    """Return each promise with whether it was kept, and the first thing after its day that isn't a change of status."""
    joined = promised.inner_join(
        walk.select(
            "journey", "position", "occurred_us", "until_us", "kind", "is_word", "by", "taken", "settles", "channel"
        ),
        "journey",
    )
    after = joined.filter(joined.position > joined.since_position)
    in_time = after.occurred_us <= after.due_us
    reaches = after.taken | (after.is_word & after.by.isin(PEOPLE) & (after.kind != "call"))
    settled = after.settles & (after.until_us <= after.due_us)
    aside = (
        (after.kind == "status") | (after.channel == "order") | ((after.kind == "visit") & after.channel.isin(_PAGES))
    )
    first = ibis.ifelse(~in_time & ~aside, after.position, ibis.null("int64"))
    told = after.mutate(first=first, keeps=(reaches & in_time) | settled)
    return told.group_by("journey", "since_position").agg(
        kept=told.keeps.any(),
        position=told["first"].min(),
        over_us=told.occurred_us.min(where=told["first"].notnull()) - told.due_us.min(),
    )


DETECTOR = Detector(
    name="missed_promise",
    title="Missed promise",
    question="Which promised answers didn't come in time?",
    rule="A person of the company promised an answer within so many days, and until then nothing was settled, nobody of the company "
    "wrote to the customer, and no call was taken. It shows at the first thing afterwards that isn't a change of status, browsing or an order.",
    severity=1.0,
    amount_unit="days late when it shows",
    trigger="waiting",
    decision="Promise what the queue can keep, and put every promise on somebody's list.",
    source="own; promise kept is a driver of trust in service recovery",
    needs="texts",
    find=_find,
)
