"""Makes room in a session for tables that are made anew where views of the last build's files may stand."""

from __future__ import annotations

import duckdb


def make_room(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Drop the views of these names; tables of the same name stay, to be replaced."""
    views = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views()").fetchall()}
    for name in views.intersection(names):
        connection.execute(f"DROP VIEW {name}")
