"""Puts a journey's interactions in order: positions, waits, who answers, what is a contact, and stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.journeys.carry import with_nearest
from clew.journeys.stage import stage_of
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

HOUR_US = 3_600_000_000
#: Kinds and parties that take no part in the service itself, so no handoff arises at them.
NOT_SERVICE_KINDS = ("rating", "order", "campaign", "payment", "lookup")
SERVING = ("agent", "bot")


def ordered_steps(bounded: ir.Table, settings: Settings) -> ir.Table:
    """Return one row per interaction with ``position`` (from 0), ``wait_before_us`` and what was true before it.

    ``wait_before_us`` runs from the end of the step before (its start where no end is known), never below 0, NULL at the
    first step. ``is_contact`` marks a customer's own move towards the company, ``is_service`` steps where handoffs can be.
    """
    rules = settings.contacts
    order = [bounded.occurred_us, bounded.source_row, bounded.interaction_id]
    window = ibis.window(group_by=bounded.journey_id, order_by=order)
    before = ibis.window(group_by=bounded.journey_id, order_by=order, preceding=(None, 1))
    serves = bounded.party.isin(SERVING) & ~bounded.kind.isin(NOT_SERVICE_KINDS)
    ended = ibis.greatest(bounded.occurred_us, bounded.ended_us.coalesce(bounded.occurred_us))
    flags = bounded.mutate(
        serves=serves,
        resolves=bounded.outcome.isin(("resolved",)).fill_null(False),
        is_service=(serves | (bounded.party == "customer")) & ~bounded.kind.isin(NOT_SERVICE_KINDS),
        is_contact=(bounded.direction == "inbound")
        & (bounded.party == "customer")
        & ~bounded.kind.isin(rules.not_contact_kinds)
        & ~bounded.channel.isin(rules.not_contact_channels),
        until_us=ended,
    )
    walked = flags.mutate(
        position=ibis.row_number().over(window),
        us_before=flags.until_us.lag().over(window),
        answered=flags.serves.cast("int64").max().over(before).fill_null(0) == 1,
        was_resolved=flags.resolves.cast("int64").max().over(before).fill_null(0) == 1,
    )
    quiet = walked.occurred_us - walked.us_before
    wait = ibis.cases((walked.position == 0, ibis.null("int64")), (quiet < 0, 0), else_=quiet)
    return walked.mutate(wait_before_us=wait).drop("us_before")


def contact_starts(ordered: ir.Table, settings: Settings) -> ir.Table:
    """Return ``interaction_id`` of the steps that begin a contact, and whether it is the journey's first (``is_first``).

    A contact begins with the journey's first contact step, and again when the customer comes by another channel or in
    another conversation, or after the contact gap.
    """
    gap_us = round(settings.windows.contact_gap_hours * HOUR_US)
    moves = ordered.filter(ordered.is_contact).select(
        "journey_id", "position", "interaction_id", "channel", "thread_key", "occurred_us"
    )
    window = ibis.window(group_by=moves.journey_id, order_by=moves.position)
    compared = moves.mutate(
        turn=ibis.row_number().over(window),
        channel_before=moves.channel.lag().over(window),
        thread_before=moves.thread_key.lag().over(window),
        us_before=moves.occurred_us.lag().over(window),
    )
    starts = (
        (compared.turn == 0)
        | (compared.channel != compared.channel_before)
        | (compared.thread_key != compared.thread_before).fill_null(False)
        | (compared.occurred_us - compared.us_before > gap_us)
    )
    return (
        compared.mutate(starts=starts, is_first=compared.turn == 0)
        .filter(_.starts)
        .select("interaction_id", "is_first")
    )


def served_steps(ordered: ir.Table) -> ir.Table:
    """Return the service steps with who serves at each: ``server_party``, ``server_team``, ``answer_us``.

    A serving step serves itself. At a customer's step it is whoever served last, if on the same channel, else whoever
    answers next on this channel, else nobody (''). ``answer_us`` is when that party first acts at or after the step.
    """
    service = ordered.filter(ordered.is_service)
    service = service.mutate(team=service.team.coalesce(""))
    around = with_nearest(
        service, service.serves, ["journey_id"], "position", ["channel", "party", "team", "occurred_us"]
    )
    by_last = (around.before_channel == around.channel).fill_null(False)
    by_next = (around.after_channel == around.channel).fill_null(False)
    return around.mutate(
        server_party=ibis.cases((by_last, around.before_party), (by_next, around.after_party), else_=""),
        server_team=ibis.cases((by_last, around.before_team), (by_next, around.after_team), else_=""),
        answer_us=ibis.cases(
            (around.serves, around.occurred_us), (by_next, around.after_occurred_us), else_=ibis.null("int64")
        ),
    ).select("journey_id", "customer_id", "position", "channel", "server_party", "server_team", "answer_us", "until_us")


def steps_table(ordered: ir.Table, starts: ir.Table, handoffs: ir.Table, settings: Settings) -> ir.Table:
    """Return the steps contract: every interaction of every journey with its stage, and where contacts begin.

    For the stage rules, a step is handed over once another party than the first one has answered before or at it.
    """
    passed = handoffs.filter(handoffs.change != "channel")
    first_handoff = passed.group_by("journey_id").agg(first_handoff=_.position.min())
    begun = starts.select("interaction_id", starts_contact=True)
    joined = (
        ordered.left_join(begun, "interaction_id")
        .drop("interaction_id_right")
        .left_join(first_handoff, "journey_id")
        .drop("journey_id_right")
        .mutate(
            starts_contact=_.starts_contact.coalesce(False),
            handed_over=(_.position >= _.first_handoff).fill_null(False),
        )
    )
    return joined.mutate(stage=stage_of(joined, settings)).select(
        [
            "journey_id",
            "customer_id",
            "position",
            "interaction_id",
            "occurred_us",
            "channel",
            "touchpoint",
            "kind",
            "direction",
            "party",
            "team",
            "stage",
            "outcome",
            "starts_contact",
            "wait_before_us",
        ]
    )
