"""Shapes that measures share: what a journey contributes, and whether its source records what is asked for at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.metrics.metric import CENSORED, COUNTED, IMMATURE, LEFT_OUT

if TYPE_CHECKING:
    import ibis.expr.types as ir

SECOND_US = 1_000_000


def contribution(
    journeys: ir.Table,
    value: ir.NumericValue,
    *,
    applies: ir.BooleanValue,
    mature: ir.BooleanValue | None = None,
    censored: ir.BooleanValue | None = None,
) -> ir.Table:
    """Return ``journey_id, customer_id, value, part``: what doesn't apply is left out, then immature, then censored."""
    cases = [(~applies.fill_null(False), LEFT_OUT)]
    if mature is not None:
        cases.append((~mature.fill_null(False), IMMATURE))
    if censored is not None:
        cases.append((censored.fill_null(False), CENSORED))
    part = ibis.cases(*cases, else_=COUNTED)
    return journeys.select("journey_id", "customer_id", value=value.cast("float64"), part=part)


def source_records(journeys: ir.Table, fact: ir.BooleanValue) -> ir.BooleanValue:
    """Say of each journey whether its source records the fact for any journey: where none has it, it isn't kept there."""
    return fact.fill_null(False).cast("int64").max().over(ibis.window(group_by=journeys.source)) == 1


def seconds_between(start_us: ir.IntegerValue, end_us: ir.IntegerValue) -> ir.NumericValue:
    """Return the time from start to end in seconds, never below 0 (clocks of two systems differ)."""
    span = end_us - start_us
    return ibis.ifelse(span < 0, 0, span) / SECOND_US
