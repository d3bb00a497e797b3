"""Finds the identifier or the customer that a person means: an id, an identifier in full, or just its value in any spelling."""

from __future__ import annotations

import re

import duckdb

from clew.channels import normal_phone
from clew.customers import customer_id_sql
from clew.model import UsageError

_ID = re.compile(r"c[0-9a-f]{15}")


def spellings(named: str, region: str) -> list[str]:
    """Return how identifiers and their values may be written that the text means; phones as of ``region``."""
    phone = normal_phone(named.removeprefix("phone:"), region)
    return [named.strip(), named.strip().lower(), *([f"phone:{phone}"] if phone else [])]


def identifier_named(connection: duckdb.DuckDBPyConnection, named: str, region: str) -> str:
    """Return the identifier that the text means; UsageError where nobody or several kinds have it."""
    found = connection.execute(
        """WITH every AS (SELECT identifier FROM customers UNION ALL SELECT identifier FROM shared_identifiers)
        SELECT DISTINCT identifier FROM every WHERE identifier IN (SELECT unnest($1))
        OR substr(identifier, position(':' IN identifier) + 1) IN (SELECT unnest($1)) ORDER BY identifier""",
        [spellings(named, region)],
    ).fetchall()
    if not found:
        raise UsageError("Nobody was ever seen with one of these. Write an identifier as in email:mia@example.com.")
    if len(found) > 1:
        kinds = ", ".join(sorted({identifier.partition(":")[0] for (identifier,) in found}))
        raise UsageError(f"That value is known as several kinds: {kinds}. Put the kind in front, as in account:1234.")
    return str(found[0][0])


def customer_named(connection: duckdb.DuckDBPyConnection, named: str, region: str) -> str:
    """Return the customer's id for an id, also one of a customer merged since, an identifier, or the bare value of one.

    UsageError where nobody or several customers have it.
    """
    found = connection.execute(
        """SELECT DISTINCT customer_id FROM customers
        WHERE customer_id IN (SELECT unnest($1)) OR identifier IN (SELECT unnest($1))
        OR substr(identifier, position(':' IN identifier) + 1) IN (SELECT unnest($1))
        UNION SELECT DISTINCT customer_id FROM journeys WHERE customer_id IN (SELECT unnest($1))""",
        [spellings(named, region)],
    ).fetchall()
    if not found and _ID.fullmatch(named.strip()):
        # The id of a customer that was merged into another, or named after an identifier that is younger than thought.
        query = f"SELECT DISTINCT customer_id FROM customers WHERE {customer_id_sql('identifier')} = ?"
        found = connection.execute(query, [named.strip()]).fetchall()
    if not found:
        raise UsageError(
            "Nobody here has that id or identifier. Try 'clew journeys' for ids, or the form email:name@example.com."
        )
    if len(found) > 1:
        raise UsageError(
            f"{len(found)} customers have that value. Say which kind it is, as in account:1234 or email:name@example.com."
        )
    return str(found[0][0])
