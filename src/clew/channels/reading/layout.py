"""Looks at the beginning of a delimited file and says how its rows are to be read: what parts the fields, what they are called."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from clew.channels.reading.column_names import name_columns
from clew.channels.reading.contract import Limits, Reading
from clew.channels.reading.records import LONE_RETURN, read_records
from clew.model.errors import InputError, MappingError

HEAD_BYTES = 256 * 1024
HEAD_RECORDS = 200
DELIMITERS = (",", ";", "\t", "|")
#: Parts nothing: what a file with a single column is read with (a control character that text doesn't hold).
NOTHING = "\x1f"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
DELIMITER_NAMES = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}

#: What a value looks like and a column's name does not: numbers, dates, e-mails, phone numbers, ids of machines, truth.
VALUE = re.compile(
    r"""[-+]?[\d.,\s]*\d%?                           # 12, -3.5, 1 000
      | \d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T\s].*)?    # 2024-01-31 10:00
      | [^@\s]+@[^@\s]+\.\w+                         # an e-mail address
      | \+?[\d\s().-]{7,}                            # a phone number
      | [0-9a-f]{8}-[0-9a-f]{4}-.{22}                # a UUID
      | true | false""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Layout:
    """How a delimited UTF-8 file is read.

    ``body`` is the byte where data starts, ``first_row`` its first record's number, ``line_end`` the last byte of a line:
    a carriage return only where the file knows no line feed.
    """

    delimiter: str
    columns: tuple[str, ...]
    body: int
    first_row: int
    notes: tuple[str, ...]
    line_end: bytes = b"\n"


def find_layout(path: Path, name: str, reading: Reading, limits: Limits, tabs: bool = False) -> Layout:
    """Decide delimiter, header and column names from the first records.

    Raises InputError when there is no record at all, when the first line is beyond the limit, or when the delimiter that
    a person gave parts nothing though another would.
    """
    head, whole = _head(path)
    start, said = _start(head)
    text = _readable(head[start:])
    line_end = b"\n" if b"\n" in head or b"\r" not in head else b"\r"
    delimiter = _delimiter(text, whole, name, reading.delimiter or said, tabs)
    records = read_records(path, start, delimiter, limits.line_bytes, line_end, strict=False)
    first = next((record for record in records if record.fields != []), None)
    if first is None:
        raise InputError(f"{name}: there is nothing in it but blank lines. Export the table again, with its header.")
    if first.fields is None:
        raise InputError(
            f"{name}: its first line can't be read ({first.problem}). "
            "A table with one row a line was expected; check what was exported."
        )
    given = [field.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip() for field in first.fields]
    if any(VALUE.fullmatch(field) for field in given):
        columns, _ = name_columns([""] * len(given))
        note = f"The first line looks like data, not like names, so the columns are called column_1 to column_{len(given)}."
        return Layout(delimiter, columns, start, 1, (note,), line_end)
    columns, notes = name_columns(given)
    return Layout(delimiter, columns, first.end, 2, notes, line_end)


def looks_like_table(head: bytes) -> bool:
    """Say whether text that nobody called a table is one: at least two columns, and nearly every record has them all."""
    start, _ = _start(head)
    text = _readable(head[start:])
    counts = [_counts(text, delimiter, whole=False) for delimiter in DELIMITERS]
    return any(len(c) > 1 and c[0] > 1 and c.count(c[0]) >= 0.9 * len(c) for c in counts)


def _head(path: Path) -> tuple[bytes, bool]:
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
        return head, not stream.read(1)


def _readable(head: bytes) -> str:
    """The text for counting fields; carriage returns that end no line, at which the csv module would stop, are blanks."""
    text = head.decode("utf-8", "surrogateescape")
    return LONE_RETURN.sub(" ", text) if "\n" in text else text


def _start(head: bytes) -> tuple[int, str | None]:
    """Where text starts (behind the byte order mark and the line ``sep=;`` that Excel writes), and what that line says."""
    start = len(BYTE_ORDER_MARK) if head.startswith(BYTE_ORDER_MARK) else 0
    said = re.match(rb"sep=([\t !#-~])\r?\n", head[start : start + 8])
    return (start + said.end(), said.group(1).decode("latin-1")) if said else (start, None)


def _delimiter(text: str, whole: bool, name: str, given: str | None, tabs: bool) -> str:
    found = _sniff(text, whole, tabs)
    if given is None:
        return found
    if len(given) != 1 or not given.isascii() or given in '"\r\n':
        raise MappingError(
            f"{name}: the delimiter must be one character, such as a comma or \\t, and no quote or line end."
        )
    if found not in (given, NOTHING) and next(iter(_counts(text, given, whole)), 1) == 1:
        columns = _counts(text, found, whole)[0]
        raise InputError(
            f"{name}: the delimiter {given!r} that was given parts nothing in its first line, while {found!r} "
            f"gives {columns} columns. Set delimiter to {found!r} in the mapping, or leave it out."
        )
    return given


def _sniff(text: str, whole: bool, tabs: bool) -> str:
    """The delimiter by which most records have as many fields as the first; more fields win between equals."""
    best, best_score = NOTHING, (0.0, 0)
    for delimiter in ("\t", ",", ";", "|") if tabs else DELIMITERS:
        counts = _counts(text, delimiter, whole)
        if not counts or counts[0] < 2:
            continue
        alike = counts.count(counts[0]) / len(counts)
        parted = sum(1 for count in counts if count > 1) / len(counts)
        if max(alike, parted) >= 0.5 and (round(alike, 1), counts[0]) > best_score:
            best, best_score = delimiter, (round(alike, 1), counts[0])
    return best


def _counts(text: str, delimiter: str, whole: bool) -> list[int]:
    """How many fields each of the first records has; where the text goes on, the last (perhaps cut) is left out."""
    counts = list(islice(_lengths(text, delimiter), HEAD_RECORDS))
    return counts[:-1] if not whole and 1 < len(counts) < HEAD_RECORDS else counts


def _lengths(text: str, delimiter: str) -> Iterator[int]:
    csv.field_size_limit(max(csv.field_size_limit(), HEAD_BYTES))
    for fields in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        if fields:
            yield len(fields)
