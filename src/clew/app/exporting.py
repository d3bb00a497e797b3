"""Hands a workspace's tables and journeys to other tools, as files that are either whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from clew.app.shown_columns import shown_columns, text_columns
from clew.app.whole_file import drafts
from clew.app.workspace import Workspace
from clew.journeys import write_ocel, write_xes
from clew.model import CONTRACTS, TableContract, UsageError
from clew.store import explained

Format = Literal["parquet", "csv", "xes", "ocel"]
FORMATS: tuple[Format, ...] = ("parquet", "csv", "xes", "ocel")
TABLES = (
    "interactions",
    "customers",
    "identity_links",
    "traits",
    "consents",
    "journeys",
    "steps",
    "handoffs",
    "facts",
    "pain_points",
)

_LOGS: dict[Format, tuple[str, Callable[[duckdb.DuckDBPyConnection, Path], dict[str, int]]]] = {
    "xes": ("journeys.xes", write_xes),
    "ocel": ("journeys.ocel.json", write_ocel),
}


@dataclass(frozen=True)
class ExportReport:
    """The files that were written, and how many of what they hold: rows by table, or traces, objects and events."""

    files: tuple[Path, ...]
    counts: dict[str, int]


def export(workspace: Workspace, target: Path, format: Format) -> ExportReport:  # noqa: A002 - the command's own word
    """Write what the newest build holds; ``target`` is a folder for parquet and csv, a file for xes and ocel.

    In tables, moments are UTC timestamps named ``*_at`` and lengths of time are ``*_seconds``. CSV is UTF-8 as RFC 4180 has
    it: an absent value is empty, an empty text is ``""``, lists are JSON. Values are exact: a text that begins with = + -
    or @ stands as the customer wrote it, so load such a file into a spreadsheet as text, lest it becomes a formula.
    Files of the same names are replaced, all of them or none. UsageError when the target is of the wrong kind or the
    format unknown, StorageError when the disk refuses.
    """
    if format not in FORMATS:
        raise UsageError(f'No format "{format}". Known: {", ".join(FORMATS)}.')
    _check_target(target, format)
    folder = target.parent if format in _LOGS else target
    with workspace.session() as connection, explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if format in _LOGS:
            with drafts((target,)) as (draft,):
                counts = _LOGS[format][1](connection, draft)
            return ExportReport((target,), counts)
        files = tuple(target / f"{name}.{format}" for name in TABLES)
        with drafts(files) as begun:
            rows = {
                name: _write_table(connection, CONTRACTS[name], draft, format)
                for name, draft in zip(TABLES, begun, strict=True)
            }
        return ExportReport(files, rows)


def _check_target(target: Path, format: Format) -> None:  # noqa: A002
    """Refuse a folder where a file is wanted, a file where a folder is wanted, and a place below a file."""
    if format in _LOGS and target.is_dir():
        raise UsageError(f"{target} is a folder; {format} is one file: name it, as in {target / _LOGS[format][0]}.")
    for place in (*([] if format in _LOGS else [target]), *target.parents):
        if place.exists() and not place.is_dir():
            raise UsageError(f"{place} is a file, where a folder is wanted. Name another place.")


def _write_table(connection: duckdb.DuckDBPyConnection, table: TableContract, path: Path, format: Format) -> int:  # noqa: A002
    """Write one table and return its rows."""
    columns = text_columns(table.name) if format == "csv" else shown_columns(table.name)
    options = "FORMAT csv, HEADER, NEW_LINE '\\r\\n'" if format == "csv" else "FORMAT parquet, COMPRESSION zstd"
    written = connection.execute(
        f"COPY (SELECT {columns} FROM {table.name}) TO '{_quoted(path)}' ({options})"
    ).fetchone()
    return written[0] if written else 0


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
