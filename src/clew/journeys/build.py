"""Builds steps, handoffs and journeys in one session, from interactions and customers, step by named step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import duckdb
import ibis

from clew.journeys.bound import (
    bounded,
    bounded_by_cases_only,
    bounded_without_cases,
    named_issues,
    needs_chains,
    sessions,
)
from clew.journeys.handoff import handoffs_table, raw_handoffs
from clew.journeys.place import placed_interactions
from clew.journeys.step import contact_starts, ordered_steps, served_steps, steps_table
from clew.journeys.summary import journeys_table
from clew.model import Settings
from clew.store import compile_sql, contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Changing what a build makes of the same input means raising this: everything derived is then made anew.
VERSION = 1


def write_journeys(
    connection: duckdb.DuckDBPyConnection, settings: Settings, tell: Callable[[str], None] = lambda _name: None
) -> None:
    """Create the session's tables ``steps``, ``handoffs`` and ``journeys``; ``tell`` hears the name of each part."""
    for view in ("steps", "handoffs", "journeys"):
        connection.execute(f"DROP VIEW IF EXISTS {view}")

    def make(name: str, expression: ir.Table) -> ir.Table:
        tell(name)
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS {compile_sql(expression)}")
        return ibis.table(expression.schema(), name=name)

    placed = make("placed", placed_interactions())
    bound = make("bound", _bounded(connection, placed, settings, make))
    ordered = make("ordered", ordered_steps(bound, settings))
    starts = make("contact_starts", contact_starts(ordered, settings))
    raw = make("raw_handoffs", raw_handoffs(make("served", served_steps(ordered))))
    steps = make("steps", steps_table(ordered, starts, raw, settings))
    interactions = contract_table("interactions")
    horizon = interactions.group_by("source").agg(last_us=interactions.occurred_us.max())
    journeys = make("journeys", journeys_table(ordered, starts, raw, horizon, settings))
    make("handoffs", handoffs_table(raw, steps, journeys))


def _bounded(
    connection: duckdb.DuckDBPyConnection,
    placed: ir.Table,
    settings: Settings,
    make: Callable[[str, ir.Table], ir.Table],
) -> ir.Table:
    """Choose the cheapest form that bounds this data rightly; all forms agree where more than one applies."""
    ((rows, cased, named),) = connection.execute(compile_sql(needs_chains(placed))).fetchall()
    if rows == cased:
        return bounded_by_cases_only(placed)
    if rows == named:
        chained = placed.mutate(chain_issue=placed.issue)
    else:
        chained = make("chained", named_issues(placed, settings))
    parted = make("parted", sessions(chained, settings))
    return bounded(parted) if cased else bounded_without_cases(parted)
