"""Splits a customer: some of its identifiers go one way, the others stay, because no link between the two counts any more."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from clew.app.building import build
from clew.app.identity.naming import identifier_named
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.customers import Decision, Verdict, decide_all
from clew.model import UsageError

#: Links of any fate between the named identifiers and their customers' others: one that is left out today could join tomorrow.
_CROSSING = """
WITH chosen AS (SELECT DISTINCT unnest($1) AS identifier),
others AS (
  SELECT identifier FROM customers WHERE customer_id IN (SELECT customer_id FROM customers SEMI JOIN chosen USING (identifier))
  AND identifier NOT IN (FROM chosen)
)
SELECT identifier_a, identifier_b FROM link_fates
WHERE fate NOT IN ('retracted', 'different') AND (
  (identifier_a IN (FROM chosen) AND identifier_b IN (FROM others))
  OR (identifier_b IN (FROM chosen) AND identifier_a IN (FROM others))
) ORDER BY ALL
"""


def words_of_split(
    workspace: Workspace, identifiers: Sequence[str], tell: Tell = silent
) -> list[tuple[str, str, Verdict]]:
    """Return what has to be said so that these identifiers part from the rest of their customer.

    UsageError where one was never seen, they aren't one customer's, or there is nothing to part them from.
    """
    build(workspace, tell)
    with workspace.session() as connection:
        chosen = [identifier_named(connection, each, workspace.settings.default_region) for each in identifiers]
        return words_parting(connection, chosen)


def words_parting(connection: duckdb.DuckDBPyConnection, chosen: list[str]) -> list[tuple[str, str, Verdict]]:
    """Return the same from a session on a build, for identifiers in full. Errors as above."""
    _check_one_customer(connection, chosen)
    crossing = connection.execute(_CROSSING, [chosen]).fetchall()
    if not crossing:
        raise UsageError("These are all that the customer has. Name only those that belong to somebody else.")
    return [(a, b, "retracted") for a, b in crossing]


def split(
    workspace: Workspace, identifiers: Sequence[str], *, reason: str, author: str, tell: Tell = silent
) -> list[Decision]:
    """Part these identifiers from the rest of their customer; every table follows at the next build. Errors as above."""
    return decide_all(workspace.journal, words_of_split(workspace, identifiers, tell), reason=reason, author=author)


def _check_one_customer(connection: duckdb.DuckDBPyConnection, chosen: list[str]) -> None:
    found = connection.execute(
        "SELECT customer_id, count(*) FROM customers WHERE identifier IN (SELECT unnest($1)) GROUP BY ALL", [chosen]
    ).fetchall()
    if len(found) != 1 or found[0][1] != len(set(chosen)):
        raise UsageError("These identifiers aren't one customer's. Name some of those that 'clew customer ID' lists.")
