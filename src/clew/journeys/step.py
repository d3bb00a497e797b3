"""Puts a journey's interactions in order: positions, waits, who answers, what is a contact, and stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.journeys.carry import with_nearest
from clew.journeys.reason import words
from clew.journeys.stage import stage_of
from clew.model import OUTCOMES, STEPS, Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

HOUR_US = 3_600_000_000
RESOLVED = OUTCOMES.index("resolved")
#: Codes of who serves at a step.
NOBODY, AGENT, BOT = 0, 1, 2


def ordered_steps(bound: ir.Table) -> ir.Table:
    """Return one row per interaction with ``position`` (from 0), ``wait_before_us`` and what was true before it.

    ``wait_before_us`` runs from the end of the step before (its start where no end is known), never below 0, NULL at the
    first step.
    """
    window = ibis.window(group_by="journey", order_by=bound["rank"])
    before = ibis.window(group_by="journey", order_by=bound["rank"], preceding=(None, 1))
    walked = bound.mutate(
        position=ibis.row_number().over(window),
        us_before=bound.until_us.lag().over(window),
        answered=bound.serves.cast("int64").max().over(before).fill_null(0) == 1,
        contacted=bound.is_contact.cast("int64").max().over(before).fill_null(0) == 1,
        was_resolved=(bound.outcome_code == RESOLVED).fill_null(False).cast("int64").max().over(before).fill_null(0)
        == 1,
    )
    quiet = walked.occurred_us - walked.us_before
    wait = ibis.cases((walked.position == 0, ibis.null("int64")), (quiet < 0, 0), else_=quiet)
    return walked.mutate(wait_before_us=wait.cast("int64")).drop("us_before")


def contact_starts(ordered: ir.Table, settings: Settings) -> ir.Table:
    """Return ``journey, rank, occurred_us`` of the steps that begin a contact, and which are their journey's first.

    A contact begins with the journey's first contact step, and again when the customer comes by another channel or in
    another conversation, or after the contact gap.
    """
    gap_us = round(settings.windows.contact_gap_hours * HOUR_US)
    moves = ordered.filter(ordered.is_contact).select("journey", "rank", "channel_code", "thread_no", "occurred_us")
    window = ibis.window(group_by="journey", order_by=moves["rank"])
    compared = moves.mutate(
        turn=ibis.row_number().over(window),
        channel_before=moves.channel_code.lag().over(window),
        thread_before=moves.thread_no.lag().over(window),
        us_before=moves.occurred_us.lag().over(window),
    )
    starts = (
        (compared.turn == 0)
        | (compared.channel_code != compared.channel_before)
        | (compared.thread_no != compared.thread_before).fill_null(False)
        | (compared.occurred_us - compared.us_before > gap_us)
    )
    return (
        compared.mutate(starts=starts, is_first=compared.turn == 0)
        .filter(_.starts)
        .select("journey", "rank", "occurred_us", "is_first")
    )


def served_steps(ordered: ir.Table) -> ir.Table:
    """Return the service steps with who serves at each: ``server`` and ``server_team`` (codes), ``answer_us``.

    A serving step serves itself, and so does a call that an agent took. At a customer's step it is whoever served last, if on
    the same channel, else whoever answers next on this channel, else nobody. ``answer_us`` is when that party first acts at or after the step.
    """
    service = ordered.filter(ordered.is_service).select(
        "journey",
        "rank",
        "position",
        "channel_code",
        "occurred_us",
        "until_us",
        serves=ordered.serves | ordered.taken_us.notnull(),
        acted_us=ordered.taken_us.coalesce(ordered.occurred_us),
        server=ibis.ifelse(ordered.by_bot, BOT, AGENT),
        team=ordered.team_code.fill_null(-1),
    )
    values = ["channel_code", "server", "team", "acted_us"]
    around = with_nearest(service, service.serves, "journey", values)
    by_last = (around.before_channel_code == around.channel_code).fill_null(False)
    by_next = (around.after_channel_code == around.channel_code).fill_null(False)
    nothing = ibis.null("int64")
    return around.select(
        *("journey", "rank", "position", "channel_code", "until_us"),
        server=ibis.cases((by_last, around.before_server), (by_next, around.after_server), else_=NOBODY).cast("int64"),
        server_team=ibis.cases((by_last, around.before_team), (by_next, around.after_team), else_=-1).cast("int64"),
        answer_us=ibis.cases((around.serves, around.acted_us), (by_next, around.after_acted_us), else_=nothing),
    )


def steps_table(
    line: ir.Table, ordered: ir.Table, starts: ir.Table, raw_handoffs: ir.Table, names: ir.Table, settings: Settings
) -> ir.Table:
    """Return the steps contract: every interaction of every journey with its stage, and where contacts begin.

    For the stage rules, a step is handed over once another party than the first one has answered before or at it.
    ``names`` gives each journey's ``journey_id`` and ``customer_id``; ``journey``, its number, comes along to sort by.
    """
    passed = raw_handoffs.filter(raw_handoffs.new_party)
    first_handoff = passed.group_by("journey").agg(first_handoff=passed["rank"].min())
    begun = starts.select("rank", starts_contact=True)
    walked = ordered.select(
        "rank", "journey", "position", "wait_before_us", "answered", "was_resolved", "reason", "probability"
    )
    joined = (
        walked.left_join(begun, "rank")
        .drop("rank_right")
        .left_join(first_handoff, "journey")
        .drop("journey_right")
        .inner_join(names.select("journey", "journey_id", "customer_id"), "journey")
        .inner_join(line, "rank")
    )
    known = joined.mutate(
        starts_contact=joined.starts_contact.coalesce(False),
        joined_by=words(joined.reason),
        joined_probability=joined.probability,
        handed_over=(joined["rank"] >= joined.first_handoff).fill_null(False),
    )
    return known.mutate(stage=stage_of(known, settings)).select("journey", *STEPS.columns)
