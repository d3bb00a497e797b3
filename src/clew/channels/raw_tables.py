"""Puts the text rows of files into a DuckDB session, as the tables that connectors' queries name."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from clew.channels.connector import DRAFT_COLUMNS, IDENTIFIER_COLUMNS, Table
from clew.channels.recognise import plain_columns

#: The schema of raw tables, so that a vendor's table names never meet Clew's own.
RAW = "raw"


def quoted(name: str) -> str:
    """Return a name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def prepare_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the raw schema and let connectors' queries see it first."""
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {RAW}")
    connection.execute(f"SET search_path = '{RAW},main'")


def raw_columns(table: Table, columns: Sequence[str]) -> list[str]:
    """Return the columns a raw table has: the file's own, then those that queries read but the file lacks."""
    present = plain_columns(columns)
    lower = {name.lower() for name in present}
    return [*present, *(name for name in map(str.lower, table.columns) if name not in lower)]


def fill_table(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    rows: pa.RecordBatch | pa.Table,
    file: int,
    missing: Sequence[str],
    *,
    append: bool,
) -> None:
    """Create the raw table of these rows (``_row`` first), or append to it by name; missing marks become NULL."""
    select = _place(connection, table, rows, file, missing)
    target = f"{RAW}.{quoted(table.name)}"
    if append:
        _widen(connection, table, raw_columns(table, rows.schema.names[1:]))
        connection.execute(f"INSERT INTO {target} BY NAME {select}")
    else:
        connection.execute(f"CREATE OR REPLACE TABLE {target} AS {select}")
    connection.unregister("incoming")


def show_rows(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    rows: pa.RecordBatch | pa.Table,
    file: int,
    missing: Sequence[str],
) -> None:
    """Make the raw table a view of these very rows, without a copy; they stay until the next call."""
    select = _place(connection, table, rows, file, missing)
    connection.execute(f"CREATE OR REPLACE VIEW {RAW}.{quoted(table.name)} AS {select}")


def _place(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    rows: pa.RecordBatch | pa.Table,
    file: int,
    missing: Sequence[str],
) -> str:
    """Register the rows as ``incoming`` and return the query that shows them as the raw table's rows."""
    names = rows.schema.names
    plain = plain_columns(names[1:])
    connection.register("incoming", pa.Table.from_batches([rows]) if isinstance(rows, pa.RecordBatch) else rows)
    marks = [mark for mark in missing if mark != ""]
    chosen = [f"CAST({file} AS INTEGER) AS _file", "CAST(_row AS BIGINT) AS _row"]
    for name, own in zip(names[1:], plain, strict=True):
        chosen.append(f"{_without_marks(quoted(name), marks)} AS {quoted(own)}")
    lacking = raw_columns(table, names[1:])[len(plain) :]
    chosen += [f"CAST(NULL AS VARCHAR) AS {quoted(name)}" for name in lacking]
    return f"SELECT {', '.join(chosen)} FROM incoming"


def empty_table(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Create the raw table of an export that lacks it: its columns, no rows."""
    columns = ", ".join(f"{quoted(name.lower())} VARCHAR" for name in table.columns)
    connection.execute(
        f"CREATE OR REPLACE TABLE {RAW}.{quoted(table.name)} (_file INTEGER, _row BIGINT{', ' + columns if columns else ''})"
    )


def drafts_query(connection: duckdb.DuckDBPyConnection, table: Table) -> str:
    """Return the SQL of a table's drafts with every draft column, and the row's uncarried columns as attributes."""
    if table.sql is None:
        nothing = ", ".join(f"CAST(NULL AS VARCHAR) AS {name}" for name in DRAFT_COLUMNS)
        return f"SELECT _file, _row, {nothing} FROM {RAW}.{quoted(table.name)} WHERE false"
    given = [row[0] for row in connection.execute(f"DESCRIBE {table.sql}").fetchall()]
    chosen = ", ".join(
        f"CAST(d.{name} AS VARCHAR) AS {name}" if name in given else f"CAST(NULL AS VARCHAR) AS {name}"
        for name in DRAFT_COLUMNS
        if name != "attributes"
    )
    carried = {name.lower() for name in table.carried}
    rest = [name for name in _columns(connection, table) if name.lower() not in carried]
    own = "d.attributes" if "attributes" in given else "CAST(NULL AS VARCHAR)"
    if not rest:
        return f"SELECT d._file, d._row, {chosen}, {own} AS attributes FROM ({table.sql}) d"
    row = ", ".join(f"{quoted(name)} := r.{quoted(name)}" for name in rest)
    return (
        f"SELECT d._file, d._row, {chosen}, coalesce({own}, CAST(to_json(struct_pack({row})) AS VARCHAR)) AS attributes "
        f"FROM ({table.sql}) d JOIN {RAW}.{quoted(table.name)} r ON r._file = d._file AND r._row = d._row"
    )


def profiles_query(connection: duckdb.DuckDBPyConnection, table: Table) -> str:
    """Return the SQL of the identifiers in a table's profile rows: ``_file, _row`` and every identifier column."""
    if table.profile_sql is None:
        nothing = ", ".join(f"CAST(NULL AS VARCHAR) AS {name}" for name in IDENTIFIER_COLUMNS)
        return f"SELECT _file, _row, {nothing} FROM {RAW}.{quoted(table.name)} WHERE false"
    given = [row[0] for row in connection.execute(f"DESCRIBE {table.profile_sql}").fetchall()]
    chosen = ", ".join(
        f"CAST(p.{name} AS VARCHAR) AS {name}" if name in given else f"CAST(NULL AS VARCHAR) AS {name}"
        for name in IDENTIFIER_COLUMNS
    )
    return f"SELECT p._file, p._row, {chosen} FROM ({table.profile_sql}) p"


def whole_row(connection: duckdb.DuckDBPyConnection, table: Table, alias: str) -> str:
    """Return the expression of a raw row as one JSON object."""
    row = ", ".join(f"{quoted(name)} := {alias}.{quoted(name)}" for name in _columns(connection, table))
    return f"CAST(to_json(struct_pack({row})) AS VARCHAR)" if row else "'{}'"


def _columns(connection: duckdb.DuckDBPyConnection, table: Table) -> list[str]:
    described = connection.execute(f"DESCRIBE {RAW}.{quoted(table.name)}").fetchall()
    return [row[0] for row in described if row[0] not in ("_file", "_row")]


def _widen(connection: duckdb.DuckDBPyConnection, table: Table, columns: list[str]) -> None:
    present = {name.lower() for name in _columns(connection, table)}
    for name in columns:
        if name.lower() not in present:
            connection.execute(f"ALTER TABLE {RAW}.{quoted(table.name)} ADD COLUMN {quoted(name)} VARCHAR")


def _without_marks(column: str, marks: Sequence[str]) -> str:
    if not marks:
        return column
    listed = ", ".join("'" + mark.replace("'", "''") + "'" for mark in marks)
    return f"CASE WHEN {column} IN ({listed}) THEN NULL ELSE {column} END"
