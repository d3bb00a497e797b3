"""Sums conversations up as stays at desks: who came where, by themselves or handed over, and how it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.pain_points.evidence import STAYS

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Within so long after the company's last word, somebody who appears elsewhere was handed over.
HANDED_OVER_US = 5 * 60 * 1_000_000
#: Somebody told to wait for a colleague meets them by then, or comes by themselves.
MET_BY_US = 24 * 3_600_000_000
#: So long after a notice the customer asks what it means, unless they say that it is back.
PUZZLED_US = 72 * 3_600_000_000


def numbered_stays(words: ir.Table) -> ir.Table:
    """Return one row a conversation in which the customer spoke, with ``talk`` that its words have, and ``stay``, its number."""
    rows = words.filter(words.talk.notnull())
    place, mine = rows.position, rows.by == "customer"
    company = rows.by.isin(("agent", "bot", "system")) | rows.taken
    summed = rows.group_by("journey", "talk").agg(
        desk=rows.desk.argmin(place),
        position=place.min(where=mine),
        first_position=place.min(),
        last_position=place.max(),
        began_us=rows.occurred_us.min(where=mine),
        ended_us=rows.until_us.max(),
        ended_by=rows.by.argmax(place),
        ended_taken=rows.taken.argmax(place),
        by_agent=((rows.by == "agent") | rows.taken).any(),
        by_bot=(rows.by == "bot").any(),
        by_system=(rows.by == "system").any(),
        left_alone=~company.any(),
        is_call=(rows.kind == "call").all(),
        hung_up=(rows.outcome == "abandoned").any().fill_null(False),
        words=mine.sum(),
        settled=rows.settles.any(),
        comes_back=rows.comes_back.any(),
        news_at=place.min(where=rows.asks_for_news & mine),
        hands_at=place.max(where=rows.hands_over),
        sends_at=place.max(where=rows.sends_elsewhere),
    )
    spoken = summed.filter(summed.position.notnull())
    window = ibis.window(group_by="journey", order_by="position")
    served = ibis.cases((_.by_agent, "agent"), (_.by_bot, "bot"), (_.by_system, "system"), else_="nobody")
    return spoken.mutate(
        stay=ibis.row_number().over(window) + 1,
        last_by=ibis.ifelse(spoken.ended_taken, "agent", spoken.ended_by),
        served_by=served,
        # Not every list of calls says who took them.
        abandoned=spoken.left_alone & (~spoken.is_call | spoken.hung_up),
        chases=(spoken.news_at == spoken.position).fill_null(False),
        hands_over=spoken.hands_at.coalesce(-1) > spoken.sends_at.coalesce(-1),
        sends_elsewhere=spoken.sends_at.coalesce(-1) > spoken.hands_at.coalesce(-1),
    ).drop(
        "ended_by",
        "ended_taken",
        "by_agent",
        "by_bot",
        "by_system",
        "news_at",
        "hands_at",
        "sends_at",
        "left_alone",
        "is_call",
    )


def stays_table(numbered: ir.Table, walk: ir.Table) -> ir.Table:
    """Return the stays with what went before each: the desk, whether they were handed over, whether it had been settled."""
    window = ibis.window(group_by="journey", order_by="stay")
    known = walk.select("journey", "position", "settled_us", "notified_us")
    joined = numbered.inner_join(known, ["journey", "position"])
    paired = joined.select(
        *(name for name in joined.columns if not name.endswith("_right")),
        desk_before=joined.desk.lag().over(window),
        ended_before=joined.ended_us.lag().over(window),
        by_before=joined.last_by.lag().over(window),
        handed=joined.hands_over.lag().over(window),
        sent=joined.sends_elsewhere.lag().over(window),
        done=joined.settled.lag().over(window),
    )
    gap = paired.began_us - paired.ended_before
    met = paired.handed & (gap <= MET_BY_US)
    soon = (gap <= HANDED_OVER_US) & paired.by_before.isin(("agent", "bot")) & ~paired.sent & ~paired.done
    since_notice = paired.began_us - paired.notified_us
    told_last = (paired.notified_us == paired.settled_us) & (since_notice <= PUZZLED_US)
    return paired.mutate(
        own_turn=(paired.stay == 1) | ~(met | soon).fill_null(False),
        settled_before=paired.settled_us.notnull(),
        asks_back=told_last.fill_null(False) & ~paired.comes_back,
    ).select(*STAYS.columns)
