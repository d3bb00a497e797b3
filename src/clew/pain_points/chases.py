"""Finds the words with which customers ask what became of a matter that the company has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.spoken import steps_with

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

QUIET_MINUTES = 60
MINUTE_US = 60_000_000
#: What somebody gives who has something to add, and not only a question.
_NOTHING_NEW = ("name", "problem", "step_tried", "promise")


def chases_table(evidence: Evidence) -> ir.Table:
    """Return the words with which customers ask what became of a matter, from all other evidence."""
    words = _placed(evidence)
    with_the_office = (words.office > words.told.coalesce(-1)) & (words.office > words.settled.coalesce(-1))
    with_the_office = with_the_office.fill_null(False)
    unanswered = words.asked_us.notnull()
    begins = words.said_us.isnull() | (words.occurred_us - words.said_us > QUIET_MINUTES * MINUTE_US)
    asks = words.asks_for_news & (with_the_office | unanswered | (words.spoke.notnull() & ~words.adds))
    adds_nothing = begins & ~words.stay_adds & (with_the_office | unanswered)
    asking = words.filter((begins | unanswered) & ~words.asks_back & (asks | adds_nothing))
    return asking.select("journey", "position", since_position=asking.office.coalesce(asking.spoke))


def _placed(evidence: Evidence) -> ir.Table:
    """Return the customer's words with where the matter is: with the back office, told, settled, spoken of before."""
    progress = steps_with(evidence, "tells_progress").mutate(progress=True).select("journey", "position", "progress")
    walk = evidence.walk.left_join(progress, ["journey", "position"])
    walk = walk.select(*evidence.walk.columns, progress=walk.progress.notnull())
    before = ibis.window(group_by="journey", order_by="position", preceding=(None, 1))
    here = ibis.window(group_by=["journey", "stay"], order_by="position", preceding=(None, 1))
    nothing = ibis.null("int64")
    inside = (walk.channel == "back_office") & (walk.kind != "status")
    known = walk.mutate(
        office=ibis.ifelse(inside, walk.position, nothing).max().over(before),
        told=ibis.ifelse(walk.is_word & (walk.by == "system") & ~walk.progress, walk.position, nothing)
        .max()
        .over(before),
        settled=ibis.ifelse(walk.settles, walk.position, nothing).max().over(before),
        spoke=ibis.ifelse(walk.is_word & (walk.by == "customer"), walk.position, nothing).min().over(before),
        said_us=ibis.ifelse(walk.is_word, walk.until_us, nothing).max().over(here),
    )
    by_customer = known.filter(known.is_word & (known.by == "customer") & known.stay.notnull())
    return _told(evidence, by_customer)


def _told(evidence: Evidence, words: ir.Table) -> ir.Table:
    """Add whether each word, or any of its stay, ``adds`` something that can be looked up, or only asks what a notice meant."""
    facts = evidence.facts
    given = facts.filter(
        (facts.speaker == "customer") & facts.act.isin(("give", "answer")) & ~facts.fact.isin(_NOTHING_NEW)
    )
    told = given.select("journey", "position").distinct().mutate(adds=ibis.literal(True))
    joined = words.left_join(told, ["journey", "position"])
    joined = joined.select(*words.columns, adds=joined.adds.fill_null(False))
    whole = joined.mutate(stay_adds=joined.adds.any().over(ibis.window(group_by=["journey", "stay"])))
    stays = evidence.stays.select("journey", "stay", "asks_back")
    placed = whole.left_join(stays, ["journey", "stay"])
    return placed.select(*whole.columns, asks_back=placed.asks_back.fill_null(False))
