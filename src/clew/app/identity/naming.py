"""Finds the identifier that a person means: written in full, or just its value in any spelling."""

from __future__ import annotations

import duckdb

from clew.channels import normal_phone
from clew.model import UsageError


def identifier_named(connection: duckdb.DuckDBPyConnection, named: str, region: str) -> str:
    """Return the identifier that the text means; UsageError where nobody or several kinds have it."""
    phone = normal_phone(named.removeprefix("phone:"), region)
    wanted = [named.strip(), named.strip().lower(), *([f"phone:{phone}"] if phone else [])]
    found = connection.execute(
        """WITH every AS (SELECT identifier FROM customers UNION ALL SELECT identifier FROM shared_identifiers)
        SELECT DISTINCT identifier FROM every WHERE identifier IN (SELECT unnest($1))
        OR substr(identifier, position(':' IN identifier) + 1) IN (SELECT unnest($1)) ORDER BY identifier""",
        [wanted],
    ).fetchall()
    if not found:
        raise UsageError("Nobody was ever seen with one of these. Write an identifier as in email:mia@example.com.")
    if len(found) > 1:
        kinds = ", ".join(sorted({identifier.partition(":")[0] for (identifier,) in found}))
        raise UsageError(f"That value is known as several kinds: {kinds}. Put the kind in front, as in account:1234.")
    return str(found[0][0])
