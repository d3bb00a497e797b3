"""Writes a sheet's rows as the bytes of a file: tables with commas or semicolons, JSON lines, or mails one after another."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

import msgspec

from clew.simulator.export import Row, Sheet

SEPARATORS = {"csv": ",", "semicolons": ";"}


def header(sheet: Sheet) -> bytes:
    """Return the line that a table's file begins with, once however many sheets it holds; other layouts have none."""
    separator = SEPARATORS.get(sheet.layout)
    return _table([list(sheet.columns)], separator) if separator else b""


def body(sheet: Sheet) -> bytes:
    """Return a sheet's rows as UTF-8, each ended by a line feed.

    Tables are as RFC 4180 says, but for the line feed; None is an empty cell there, and left out of JSON. Cells that are
    one text stand as they are, whatever the layout: that is how mails come, and lines that no program wrote.
    """
    separator = SEPARATORS.get(sheet.layout)
    if separator:
        return b"".join(_table_runs(sheet, separator))
    if sheet.layout == "jsonl":
        return b"".join(map(_json_line, sheet.rows))
    return b"".join(_as_it_is(str(row.cells)) for row in sheet.rows)


def _table_runs(sheet: Sheet, separator: str) -> Iterable[bytes]:
    """Yield the rows as bytes, in runs between those that are one text."""
    run: list[list[object]] = []
    columns = sheet.columns
    for row in sheet.rows:
        cells = row.cells
        if isinstance(cells, str):
            yield _table(run, separator)
            yield _as_it_is(cells)
            run = []
        else:
            value_of = cells.get
            run.append([value_of(column) for column in columns])
    yield _table(run, separator)


def _table(rows: Iterable[Iterable[object]], separator: str) -> bytes:
    out = _Lines()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return "".join(out.lines).encode()


class _Lines:
    """Takes lines from a CSV writer, which quotes the ends of lines that it knows: it knows both, we keep the feed."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line[:-2] + "\n")


def _json_line(row: Row) -> bytes:
    if isinstance(row.cells, str):
        return _as_it_is(row.cells)
    line = msgspec.json.encode(row.cells)
    if b":null" in line:
        line = msgspec.json.encode(_without_nothing(row.cells))
    return line + b"\n"


def _without_nothing(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_nothing(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_without_nothing(inner) for inner in value]
    return value


def _as_it_is(text: str) -> bytes:
    return text.encode() if text.endswith("\n") else text.encode() + b"\n"
