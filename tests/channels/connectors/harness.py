"""Runs a connector's queries as intake does: raw rows as text tables, missing marks as NULL, absent columns as NULL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa

from clew.channels.connector import DRAFT_COLUMNS, Connector, Table
from clew.model import DIRECTIONS, KINDS, OUTCOMES, PARTIES

Row = Mapping[str, object]


def text_table(rows: Sequence[Row]) -> pa.Table:
    """Return rows of any values as text columns, nested values as JSON text."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pa.table({name: pa.array([_text(row.get(name)) for row in rows], pa.string()) for name in names})


def run(connector: Connector, tables: Mapping[str, pa.Table | Sequence[Row]]) -> duckdb.DuckDBPyConnection:
    """Return a session with each raw table, ``drafts_<table>`` and ``profiles_<table>`` where the connector has queries."""
    session = duckdb.connect()
    for table in connector.tables:
        _load(session, table, tables.get(table.name, ()), connector.missing_marks)
    for table in connector.tables:
        if table.sql:
            session.execute(f'CREATE TABLE "drafts_{table.name}" AS {table.sql}')
            _check_drafts(session, f"drafts_{table.name}")
        if table.profile_sql:
            session.execute(f'CREATE TABLE "profiles_{table.name}" AS {table.profile_sql}')
    return session


def records(session: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, object]]:
    """Return a query's rows as dictionaries."""
    answer = session.execute(query)
    names = [str(column[0]) for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def figures(session: duckdb.DuckDBPyConnection, query: str) -> tuple[object, ...]:
    """Return the only row that a query gives."""
    (row,) = session.execute(query).fetchall()
    return tuple(row)


def _load(
    session: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table | Sequence[Row], missing: Iterable[str]
) -> None:
    given = rows if isinstance(rows, pa.Table) else text_table(rows)
    present = [name.lower() for name in given.column_names]
    if present:
        session.register("given", given.rename_columns(present))
    marks = ", ".join(f"'{mark}'" for mark in missing)
    columns = [
        f'CASE WHEN "{name}" NOT IN ({marks}) THEN "{name}" END AS "{name}"' for name in present if name != "_row"
    ]
    columns += [f'CAST(NULL AS VARCHAR) AS "{name}"' for name in table.columns if name not in present]
    number = (
        "_row" if "_row" in present else "row_number() OVER () + 1 AS _row" if present else "CAST(0 AS BIGINT) AS _row"
    )
    nothing = "" if present else " WHERE false"
    source = "given" if present else "(SELECT 1)"
    chosen = ", ".join([*columns, "CAST(0 AS INTEGER) AS _file", number])
    session.execute(f'CREATE TABLE "{table.name}" AS SELECT {chosen} FROM {source}{nothing}')
    if present:
        session.unregister("given")


def _check_drafts(session: duckdb.DuckDBPyConnection, name: str) -> None:
    """Assert what every draft table promises: known columns and words, row numbers, ids that are unique."""
    types = {str(row[0]): str(row[1]) for row in session.execute(f'DESCRIBE "{name}"').fetchall()}
    assert set(types) - {"_file", "_row"} <= set(DRAFT_COLUMNS)
    assert {types[column] for column in types if column not in ("_file", "_row")} <= {"VARCHAR", "JSON"}
    for column, words in {"kind": KINDS, "direction": DIRECTIONS, "party": PARTIES, "outcome": OUTCOMES}.items():
        if column in types:
            known = {row[0] for row in session.execute(f'SELECT DISTINCT "{column}" FROM "{name}"').fetchall()}
            assert known <= {*words, None}, column
    assert figures(session, f'SELECT count(*) FROM "{name}" WHERE _row IS NULL OR _file IS NULL') == (0,)
    if "source_id" in types:
        assert figures(session, f'SELECT count(source_id) - count(DISTINCT source_id) FROM "{name}"') == (0,)


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
