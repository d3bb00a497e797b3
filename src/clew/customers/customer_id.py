"""A customer's id: a digest of the oldest identifier, the same in every rebuild."""

from __future__ import annotations

import hashlib


def customer_id(identifier: str) -> str:
    """Return the id of the customer whose oldest identifier this is.

    >>> customer_id("email:mia@example.com")
    'ce948bd6f4909844'
    """
    return "c" + hashlib.md5(identifier.encode(), usedforsecurity=False).hexdigest()[:15]


def customer_id_sql(column: str) -> str:
    """Return the DuckDB expression of the same for a column."""
    return f"'c' || substr(md5({column}), 1, 15)"
