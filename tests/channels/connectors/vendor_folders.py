"""Loads a vendor's folder of tables, or made-up rows, into DuckDB as intake does, and gives a connector's drafts."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import duckdb

from clew.channels.connector import Connector, Table
from clew.channels.connectors import hubspot, intercom, klaviyo, qualtrics, salesforce, shopify, twilio, zendesk

VENDORS: dict[str, Connector] = {
    module.CONNECTOR.name: module.CONNECTOR
    for module in (hubspot, intercom, klaviyo, qualtrics, salesforce, shopify, twilio, zendesk)
}
FOLDERS = {name: "shopify_holistic_reporting" if name == "shopify" else name for name in VENDORS}
SUFFIXES = ("_data", "_postgres", "_databricks", "_snowflake", "_norename")
Row = dict[str, str | int | None]


@dataclass(frozen=True)
class Loaded:
    """A vendor's folder in DuckDB as intake loads it: one all-text table per connector table, and what each file became."""

    connector: Connector
    connection: duckdb.DuckDBPyConnection
    tables_by_file: dict[str, str]

    def drafts(self, name: str) -> list[Row]:
        """Return the drafts of one table, every draft column present."""
        table = next(table for table in self.connector.tables if table.name == name)
        assert table.sql is not None
        return self.rows(table.sql)

    def rows(self, sql: str) -> list[Row]:
        result = self.connection.execute(sql)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, values, strict=True)) for values in result.fetchall()]

    def all_drafts(self) -> list[Row]:
        return [draft for table in self.connector.tables if table.sql for draft in self.rows(table.sql)]


def stems_of(file_stem: str, connector: Connector) -> list[str]:
    """Return the forms of a file's stem to try, as it is first, then without the vendor in front and suffixes behind."""
    forms = [file_stem.lower()]
    for prefix in (connector.name, *connector.aliases):
        if forms[0].startswith(f"{prefix}_"):
            forms.append(forms[0].removeprefix(f"{prefix}_"))
            break
    while any(forms[-1].endswith(suffix) for suffix in SUFFIXES):
        suffix = next(suffix for suffix in SUFFIXES if forms[-1].endswith(suffix))
        forms.append(forms[-1].removesuffix(suffix))
    return forms


def table_of(file_stem: str, header: list[str], connector: Connector) -> Table | None:
    """Return the table whose stem and needed columns a file has."""
    for form in stems_of(file_stem, connector):
        for table in connector.tables:
            if form in table.stems and set(table.needs) <= set(header):
                return table
    return None


def read(path: Path) -> tuple[list[str], list[list[str | None]]]:
    """Return a file's header (lower case) and its rows, NULL where nothing stood."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.reader(file))
    header = [name.lower() for name in records[0]]
    return header, [[value or None for value in record] for record in records[1:]]


def load(connector: Connector, files: list[Path]) -> Loaded:
    """Load the files that the connector knows; tables that no file has are empty, missing columns NULL."""
    connection = duckdb.connect()
    parts: dict[str, list[tuple[list[str], list[list[str | int | None]]]]] = {
        table.name: [] for table in connector.tables
    }
    tables_by_file: dict[str, str] = {}
    for number, path in enumerate(files):
        header, rows = read(path)
        table = table_of(path.stem, header, connector)
        if table is None:
            continue
        tables_by_file[path.name] = table.name
        parts[table.name].append((header, [[number, row, *values] for row, values in enumerate(rows, start=2)]))
    for table in connector.tables:
        create(connection, table, parts[table.name])
    return Loaded(connector, connection, tables_by_file)


def create(
    connection: duckdb.DuckDBPyConnection, table: Table, parts: list[tuple[list[str], list[list[str | int | None]]]]
) -> None:
    names = list(dict.fromkeys([*table.columns, *(name for header, _ in parts for name in header)]))
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in names}
    columns = "".join(f", {quoted[name]} VARCHAR" for name in names)
    connection.execute(f'CREATE TABLE "{table.name}" (_file INTEGER, _row BIGINT{columns})')
    for header, rows in parts:
        into = ", ".join(["_file", "_row", *(quoted[name] for name in header)])
        marks = ", ".join("?" * (len(header) + 2))
        connection.executemany(f'INSERT INTO "{table.name}" ({into}) VALUES ({marks})', rows)


def made(connector: Connector, tables: dict[str, list[Row]]) -> Loaded:
    """Load made-up rows, for what the real files have no case of."""
    connection = duckdb.connect()
    for table in connector.tables:
        rows = tables.get(table.name, [])
        parts = [(list(row), [[0, number, *row.values()]]) for number, row in enumerate(rows, start=2)]
        create(connection, table, parts)
    return Loaded(connector, connection, {})


def by_id(drafts: list[Row]) -> dict[str, Row]:
    return {str(draft["source_id"]): draft for draft in drafts}
