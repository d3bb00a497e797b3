"""Builds steps, handoffs and journeys in one session, from interactions and customers, step by named step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
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
from clew.journeys.facts.settled import SettledBefore
from clew.journeys.facts.tables import write_facts
from clew.journeys.handoff import handoffs_table, raw_handoffs
from clew.journeys.issues import ENOUGH_TALKS, LIKELIER, write_bound_by_talk, write_model
from clew.journeys.place import (
    category,
    dictionary,
    groups_of,
    lined_up,
    owned,
    placed,
    placed_otherwise,
    ranked,
    shared_cases,
)
from clew.journeys.said import said_owners
from clew.journeys.step import contact_starts, ordered_steps, served_steps, steps_table
from clew.journeys.summary import following_contacts, journeys_table, names, sums
from clew.model import Settings
from clew.store import compile_sql, contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Changing what a build makes of the same input means raising this: everything derived is then made anew.
VERSION = 8
CODED = ("channel", "team", "issue")
_TOLD = """SELECT count(DISTINCT coalesce(conversation_id, interaction_id)) FROM interactions
WHERE text IS NOT NULL AND party = 'customer'"""


def write_journeys(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    tell: Callable[[str], None] = lambda _name: None,
    before: SettledBefore | None = None,
    likelier: float = LIKELIER,
    learnt: Path | None = None,
) -> None:
    """Create the session's tables ``steps``, ``handoffs``, ``facts`` and ``journeys``; ``tell`` hears the name of each part.

    ``before`` names files of an earlier build whose facts stay where nothing changed; ``talks`` and ``learnt`` are those files'
    tables for the next build. One talk goes on with another where that is likelier than ``likelier``;
    ``learnt`` is the file of an earlier build's ``issue_model``, by which boundaries stay where they are.
    """
    for view in ("steps", "handoffs", "journeys", "facts"):
        connection.execute(f"DROP VIEW IF EXISTS {view}")
    work = _Work(connection, tell)
    line = work.show("line", lined_up(work.make("ranks", ranked()), work.make("otherwise", placed_otherwise())))
    codes = {name: work.make(f"{name}_codes", category(name)) for name in CODED}
    people = work.make("customer_codes", dictionary(contract_table("customers"), "customer_id"))
    people = people.rename(customer_code="customer_id_code")
    customers = contract_table("customers")
    owners = customers.inner_join(people, "customer_id").select("identifier", owner=people.customer_code)
    owners = work.make("owners", owners)
    several = work.first("SELECT count(DISTINCT source) FROM interactions WHERE case_ref IS NOT NULL")[0] > 1
    shared = work.make("shared_cases", shared_cases(line, owners)) if several else None
    said = said_owners(connection)
    own = work.make("owned", owned(line, owners, codes, shared, said))
    cases = work.make("cases", groups_of(own, "case_key", "case_no"))
    threads = work.make("threads", groups_of(own, "thread_key", "thread_no"))
    place = work.make("placed", placed(own, cases, threads, settings))
    work.drop("owned")
    ordered = work.make("ordered", ordered_steps(_bounded(work, place, settings, likelier, learnt)))
    work.drop("bound")
    starts = work.make("contact_starts", contact_starts(ordered, settings))
    raw = work.make("raw_handoffs", raw_handoffs(work.make("served", served_steps(ordered))))
    work.drop("served")
    summed = work.make("sums", sums(ordered, starts, raw))
    named = work.make("names", names(summed, line, cases, people))
    following = work.make("following", following_contacts(summed))
    interactions = contract_table("interactions")
    horizon = interactions.group_by("source").agg(last_us=interactions.occurred_us.max())
    journeys = work.make("journeys", journeys_table(summed, named, following, codes, horizon, settings))
    steps = work.make("steps", steps_table(line, ordered, starts, raw, named, settings))
    work.drop("ranks", "ordered")
    work.make("handoffs", handoffs_table(raw, steps, journeys, named, codes))
    tell("facts")
    write_facts(connection, before)


class _Work:
    """Runs named steps in one session."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, tell: Callable[[str], None]) -> None:
        self.connection = connection
        self.tell = tell

    def make(self, name: str, expression: ir.Table) -> ir.Table:
        """Create a table of an expression's rows, and return it as something further steps can refer to."""
        self.tell(name)
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {compile_sql(expression)}")
        return ibis.table(expression.schema(), name=name)

    def show(self, name: str, expression: ir.Table) -> ir.Table:
        """Create a view of an expression's rows, for those that are read in passing rather than kept."""
        self.connection.execute(f"CREATE OR REPLACE VIEW {name} AS {compile_sql(expression)}")
        return ibis.table(expression.schema(), name=name)

    def first(self, query: str) -> tuple[int, ...]:
        """Return the one row of a query that counts."""
        ((*row,),) = self.connection.execute(query).fetchall()
        return tuple(row)

    def drop(self, *names: str) -> None:
        """Let tables go whose rows live on in later ones."""
        for name in names:
            self.connection.execute(f"DROP TABLE IF EXISTS {name}")


def _bounded(work: _Work, place: ir.Table, settings: Settings, likelier: float, learnt: Path | None) -> ir.Table:
    """Choose the form that bounds this data best: by cases only, by what was said, or by labels and time where little was said."""
    rows, cased, named = work.first(compile_sql(needs_chains(place)))
    work.connection.execute("CREATE OR REPLACE TABLE journey_topics (journey BIGINT, topic VARCHAR)")
    write_model(work.connection, None)
    if rows == cased:
        bound = work.make("bound", bounded_by_cases_only(place))
    elif work.first(_TOLD)[0] >= ENOUGH_TALKS:
        work.tell("bound")
        write_bound_by_talk(work.connection, settings, likelier, learnt)
        columns = {**place.drop("case_no").schema(), "journey": "int64", "reason": "int8", "probability": "float64"}
        bound = ibis.table(columns, name="bound")
    else:
        if rows == named:
            chained = place.mutate(chain_issue=place.issue_code)
        else:
            chained = work.make("chained", named_issues(place, settings))
        parted = work.make("parted", sessions(chained, settings))
        bound = work.make("bound", bounded(parted) if cased else bounded_without_cases(parted))
    work.drop("placed", "chained", "parted")
    return bound
