"""Judges one record of a delimited file: its fields, or the reason, with row and column, why it can't be taken."""

from __future__ import annotations

import codecs
import re

from clew.channels.reading.contract import BadRow
from clew.channels.reading.layout import DELIMITER_NAMES, Layout
from clew.channels.reading.records import Record, parse_record
from clew.model.errors import MappingError

STRANGE = re.compile("[\udc80-\udcff]")
BEYOND = "beyond the last column"


class Judge:
    """Decides about records of one file; ``accept_bad_bytes_as`` is the encoding for those that are not UTF-8, or None."""

    def __init__(self, layout: Layout, accept_bad_bytes_as: str | None, name: str) -> None:
        self.layout = layout
        self.accept_bad_bytes_as = accept_bad_bytes_as
        if accept_bad_bytes_as:
            try:
                codecs.lookup(accept_bad_bytes_as)
            except LookupError:
                raise MappingError(
                    f'{name}: accept_bad_bytes_as names no known encoding ("{accept_bad_bytes_as}"). Usual is "latin-1".'
                ) from None

    def __call__(self, record: Record, row: int) -> list[str] | BadRow:
        """Return the fields, one a column, or what is wrong."""
        fields = record.fields
        if fields is None:
            return self._bad(row, self.layout.columns[0], record.problem, record.raw)
        strange = not record.raw.isascii() and any(map(STRANGE.search, fields))
        if strange and self.accept_bad_bytes_as:
            fields, strange = parse_record(record.raw, self.layout.delimiter, self.accept_bad_bytes_as), False
        if len(fields) != len(self.layout.columns):
            return self._wrong_length(row, fields, record.raw)
        if strange:
            return self._not_utf8(row, fields, record.raw)
        if b"\0" in record.raw:
            column = next(name for name, field in zip(self.layout.columns, fields, strict=True) if "\0" in field)
            why = "it holds a NUL, which no text does. Export the table again, or take the NUL out"
            return self._bad(row, column, why, record.raw)
        return fields

    def _wrong_length(self, row: int, fields: list[str], raw: bytes) -> BadRow:
        columns = self.layout.columns
        parted_by = DELIMITER_NAMES.get(self.layout.delimiter, "the delimiter")
        why = (
            f"it has {len(fields)} fields where the table has {len(columns)} columns. "
            f"Fields with {parted_by} or a line break inside must be in quotes; mend the row or the export"
        )
        return self._bad(row, columns[len(fields)] if len(fields) < len(columns) else BEYOND, why, raw)

    def _not_utf8(self, row: int, fields: list[str], raw: bytes) -> BadRow:
        pairs = zip(self.layout.columns, fields, strict=True)
        column, found = next((name, match) for name, field in pairs if (match := STRANGE.search(field)))
        why = (
            f"character {found.start() + 1} of {column} (byte {ord(found.group()) - 0xDC00:#04x}) is not UTF-8 as the rest "
            'of the file is; it looks like Latin-1. Set accept_bad_bytes_as = "latin-1" in the mapping to read such rows'
        )
        return self._bad(row, column, why, raw)

    def _bad(self, row: int, column: str, reason: str, raw: bytes) -> BadRow:
        return BadRow(row, column, reason, as_text(raw))


def continuation(row: int, piece: bytes) -> BadRow:
    """The row that other programs see behind a bare carriage return: it belongs to the row before and was taken with it."""
    why = "it is no row of its own but the rest of the row before, which holds a carriage return and was taken whole"
    return BadRow(row, "", why, as_text(piece), verdict="refused")


def as_text(raw: bytes) -> str:
    """All that stood there without its line end; what isn't UTF-8 is shown as Latin-1, which has a letter for every byte."""
    raw = raw.removesuffix(b"\n").removesuffix(b"\r")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
