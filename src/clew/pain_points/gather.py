"""Prepares in one session what all detectors look at, once and in named steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import duckdb
import ibis

from clew.model import BY_NAME, FACTS, HANDOFFS, JOURNEYS, STEPS, Settings, TableContract
from clew.pain_points.answers import answers_table
from clew.pain_points.chases import chases_table
from clew.pain_points.evidence import ACTS, ANSWERS, CHASES, STAYS, WALK, Evidence
from clew.pain_points.stays import numbered_stays, stays_table
from clew.pain_points.walk import HOUR_US, acts_table, answered, seen, talked, told, walk_table
from clew.store import compile_sql, contract_table, unbound

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Channels on which nobody answers.
SILENT = ("survey", "ad", "order", "ivr")
_PASSING = ("pain_told", "pain_seen", "pain_words", "pain_waits", "pain_numbered")


def evidence_of(settings: Settings) -> Evidence:
    """Return the tables of a session in which :func:`gather` has run."""
    journeys, steps, handoffs, facts = (_numbered(each) for each in (JOURNEYS, STEPS, HANDOFFS, FACTS))
    walk, stays, acts, answers, chases = (unbound(each) for each in (WALK, STAYS, ACTS, ANSWERS, CHASES))
    return Evidence(settings, _expected(settings), walk, stays, acts, answers, chases, journeys, steps, handoffs, facts)


def gather(
    connection: duckdb.DuckDBPyConnection, settings: Settings, tell: Callable[[str], None] = lambda _name: None
) -> Evidence:
    """Create the session's tables of evidence from ``steps``, ``interactions`` and ``readings``."""

    def make(name: str, expression: ir.Table) -> ir.Table:
        tell(name)
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS {compile_sql(expression)}")
        return ibis.table(expression.schema(), name=name)

    steps = _numbered(STEPS)
    acts = make(ACTS.name, acts_table(contract_table("readings"), steps))
    seen_steps = make("pain_seen", seen(steps, contract_table("interactions"), make("pain_told", told(acts))))
    words = make("pain_words", talked(seen_steps, round(settings.windows.contact_gap_hours * HOUR_US)))
    waits = make("pain_waits", answered(words))
    numbered = make("pain_numbered", numbered_stays(words))
    walk = make(WALK.name, walk_table(seen_steps, waits, numbered))
    make(STAYS.name, stays_table(numbered, walk))
    for name in _PASSING:
        connection.execute(f"DROP TABLE {name}")
    evidence = evidence_of(settings)
    for name, table in ((ANSWERS.name, answers_table(evidence)), (CHASES.name, chases_table(evidence))):
        # Detectors that look at these need texts: where none are read, the work is spared.
        make(name, table if settings.texts.facts else table.limit(0))
    return evidence


def _expected(settings: Settings) -> dict[str, int]:
    """Return the seconds within which an answer is expected; a form on a website is a letter, and awaits what letters do."""
    letter = settings.expected_answers.get("email", BY_NAME["email"].expected_response_seconds)
    usual = {
        name: channel.expected_response_seconds or letter for name, channel in BY_NAME.items() if name not in SILENT
    }
    return {**usual, **settings.expected_answers}


def _numbered(contract: TableContract) -> ir.Table:
    """Return a table of the build with the number of its journey, as it is while the build goes on."""
    return ibis.table({"journey": "int64", **contract.columns}, name=contract.name)
