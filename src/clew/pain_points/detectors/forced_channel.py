"""Finds customers who are told to turn to another channel by themselves instead of being helped or handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold
from clew.pain_points.spoken import steps_with, without

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence


WITHIN_HOURS = 24
HOUR_US = 3_600_000_000


def _find(evidence: Evidence) -> ir.Table:
    return _said(evidence).union(_shown(evidence), distinct=True)


def _said(evidence: Evidence) -> ir.Table:
    """Return the words that tell the customer to turn elsewhere, unless they answer by themselves."""
    walk = evidence.walk
    told = walk.filter(walk.is_word & ((walk.by != "customer") | walk.taken) & walk.sends_elsewhere)
    return without(told, steps_with(evidence, "answers_by_itself")).select("journey", "position")


def _shown(evidence: Evidence) -> ir.Table:
    """Return the last words of unclear answers after which customers go to another desk by themselves.

    Nothing was settled, no day named and nobody kept waiting: somebody must have told them so, in whatever words.
    """
    stays = evidence.stays
    window = ibis.window(group_by="journey", order_by="stay")
    ahead = stays.select(
        "journey",
        "stay",
        "served_by",
        "last_position",
        gone_to=stays.desk.lead().over(window),
        desk=stays.desk,
        alone=stays.own_turn.lead().over(window) & ~stays.chases.lead().over(window),
        gap_us=stays.began_us.lead().over(window) - stays.ended_us,
    )
    joined = evidence.answers.inner_join(ahead, ["journey", "stay"])
    goes = (joined.gone_to != joined.desk) & joined.alone & (joined.gap_us <= WITHIN_HOURS * HOUR_US)
    wanted = joined.by_person | ((joined.served_by == "bot") & joined.wants_person)
    last = joined.until == joined.last_position
    left = joined.filter((joined.is_vague & goes & wanted & last & ~joined.customer_last).fill_null(False))
    return left.select("journey", "position")


DETECTOR = Detector(
    name="forced_channel",
    title="Forced channel",
    question="Where do we send customers away to another channel?",
    rule="Somebody of the company, or the bot, tells the customer to call, write or go elsewhere by themselves, and doesn't hand "
    'them over. Offers ("you can also call us") and automatic replies don\'t count. Whatever the words, an answer that settles '
    "nothing and names no day counts too where the customer goes to another desk by themselves within 24 hours; a bot's only "
    "after they asked for a person.",
    thresholds=(Threshold("within", WITHIN_HOURS, "hours until the customer turns elsewhere"),),
    severity=0.625,
    trigger="sudden_switch",
    signal="channel_switching",
    decision="Let the desk that is asked settle it, or hand over with the thread instead of sending away.",
    source='own; "cold" referral in contact-centre practice',
    needs="texts",
    shown_by=("sends_elsewhere",),
    order_dependent=False,
    find=_find,
)
