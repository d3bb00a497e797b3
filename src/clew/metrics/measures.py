"""Shapes that measures share: what a journey contributes, and whether its source records what is asked for at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import ibis

from clew.metrics.metric import CENSORED, COUNTED, IMMATURE, LEFT_OUT
from clew.store import contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

SECOND_US = 1_000_000
#: Channels on which whoever comes is answered as it happens.
ANSWERED_AT_ONCE = ("phone", "ivr", "in_person")


def contribution(
    journeys: ir.Table,
    value: ir.NumericValue,
    *,
    applies: ir.BooleanValue,
    mature: ir.BooleanValue | None = None,
    censored: ir.BooleanValue | None = None,
    weight: ir.NumericValue | None = None,
    by_model: ir.NumericValue | None = None,
) -> ir.Table:
    """Return ``journey_id, customer_id, value, part``: what doesn't apply is left out, then immature, then censored.

    With a weight, and what of it rests on a language model's reading, these are the last columns.
    """
    cases = [(~applies.fill_null(False), LEFT_OUT)]
    if mature is not None:
        cases.append((~mature.fill_null(False), IMMATURE))
    if censored is not None:
        cases.append((censored.fill_null(False), CENSORED))
    part = ibis.cases(*cases, else_=COUNTED)
    columns = {"value": value.cast("float64"), "part": part}
    if weight is not None:
        columns["weight"] = weight.cast("float64")
    if by_model is not None:
        columns["by_model"] = by_model.fill_null(0).cast("float64")
    return journeys.select("journey_id", "customer_id", **columns)


def share_of_handoffs(
    journeys: ir.Table,
    whole: Callable[[ir.Table], ir.IntegerValue],
    part: Callable[[ir.Table], ir.IntegerValue],
    by_model: Callable[[ir.Table], ir.IntegerValue],
) -> ir.Table:
    """Return ``journey_id, customer_id, value, part, weight, by_model``: over each journey's handoffs, the sum of ``part`` in that of ``whole``.

    ``whole`` is the weight; a journey where it is 0 is left out; ``by_model`` of it rest on a language model's reading. NULL are those whose texts weren't read.
    """
    handoffs = contract_table("handoffs")
    told = handoffs.mutate(whole=whole(handoffs), part=part(handoffs), by_model=by_model(handoffs))
    summed = told.group_by("journey_id").agg(whole=told.whole.sum(), part=told.part.sum(), by_model=told.by_model.sum())
    joined = journeys.left_join(summed, "journey_id").drop("journey_id_right")
    value = joined.part / joined.whole.nullif(0)
    return contribution(joined, value, applies=joined.whole > 0, weight=joined.whole, by_model=joined.by_model)


def source_records(journeys: ir.Table, fact: ir.BooleanValue) -> ir.BooleanValue:
    """Say of each journey whether its source records the fact for any journey: where none has it, it isn't kept there."""
    return fact.fill_null(False).cast("int64").max().over(ibis.window(group_by=journeys.source)) == 1


def seconds_between(start_us: ir.IntegerValue, end_us: ir.IntegerValue) -> ir.NumericValue:
    """Return the time from start to end in seconds, never below 0 (clocks of two systems differ)."""
    span = end_us - start_us
    return ibis.ifelse(span < 0, 0, span) / SECOND_US


def time_to_answer(journeys: ir.Table, moment_us: ir.IntegerColumn) -> ir.Table:
    """Return the seconds from a journey's first contact to an answer; censored at the last that is known where none came.

    Journeys that begin in a call or in person are left out: those are answered as they happen, and how long the queue was
    is another question.
    """
    answered = moment_us.notnull()
    live = journeys.first_channel.isin(ANSWERED_AT_ONCE)
    applies = (journeys.contacts > 0) & ~live & source_records(journeys, answered)
    value = seconds_between(journeys.first_contact_us, ibis.coalesce(moment_us, seen_until(journeys)))
    return contribution(journeys, value, applies=applies, censored=~answered)


def time_to_settle(journeys: ir.Table, moment_us: ir.IntegerColumn) -> ir.Table:
    """Return the seconds from a journey's first contact to a resolution; censored at the last that is known where none came."""
    dated = moment_us.notnull()
    over_undated = journeys.outcome.isin(("resolved", "closed")) & ~dated
    # Somebody has to have asked for something: by a contact, or by opening a case. Looking around settles nothing.
    asked = (journeys.contacts > 0) | journeys.case_ref.notnull()
    applies = asked & source_records(journeys, dated) & ~over_undated
    value = seconds_between(journeys.first_contact_us, ibis.coalesce(moment_us, seen_until(journeys)))
    return contribution(journeys, value, applies=applies, censored=~dated)


def seen_until(journeys: ir.Table) -> ir.IntegerValue:
    """Return up to when a journey was watched: to its own end where one is told, else to its source's newest moment.

    A journey that fell silent is still waiting; were it censored at its last step, those never answered would not count.
    """
    over = journeys.outcome.isin(("resolved", "closed", "abandoned"))
    return ibis.ifelse(over, journeys.ended_us, journeys.source_until_us)
