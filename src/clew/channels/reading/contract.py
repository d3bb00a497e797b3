"""What reading a file gives, whatever its format: named text columns in batches, and the rows that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import pyarrow as pa

Format = Literal["csv", "tsv", "json", "jsonl", "parquet", "excel", "xes", "mbox", "eml"]

#: Rows in one batch: small enough for memory, large enough for speed; also what is committed at once.
BATCH_ROWS = 122_880


@dataclass(frozen=True)
class Limits:
    """How much of a file Clew is willing to open; every limit has a message that names it."""

    line_bytes: int = 64 * 1024 * 1024
    unpacked_bytes: int = 64 * 1024**3
    unpacked_ratio: int = 200
    archive_members: int = 10_000


@dataclass(frozen=True)
class Reading:
    """How a person (through a mapping) wants a file read; None = Clew finds out."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    accept_bad_bytes_as: str | None = None


@dataclass(frozen=True)
class InputFile:
    """One readable table: a plain file, or one member of an archive, or one sheet of a workbook.

    ``name`` is what people see (``exports.zip › tickets.csv``), ``stem`` the table's name in lower case, ``digest`` the
    SHA-256 of the content as given, ``local`` the UTF-8, unpacked copy that readers open (the file itself where it is one).
    """

    path: Path
    name: str
    stem: str
    format: Format
    digest: str
    bytes: int
    local: Path
    encoding: str = "utf-8"
    sheet: str | None = None


@dataclass(frozen=True)
class BadRow:
    """A row that could not be read as the others: its record number (the header is row 1), why, and all that was there.

    ``verdict`` is refused for what is no row of its own (its content is part of another row, which was taken).
    """

    row: int
    column: str
    reason: str
    raw: str
    verdict: Literal["quarantined", "refused"] = "quarantined"


class RawTable(Protocol):
    """A file as text columns.

    ``batches`` yields record batches of at most :data:`BATCH_ROWS` rows whose first column is ``_row`` (int64: the record
    number as a person counts it, header = row 1; for files without a header the first record is row 1) and whose others
    are strings (nested values are JSON text, NULL where nothing stood). ``on_bad_row`` is called for each row that can't
    be read; it takes part in the ledger as quarantined. Together they are every row of the file, once.
    ``notes`` are sentences for the person who imports (a column was renamed, no header was found).
    """

    file: InputFile
    columns: tuple[str, ...]
    notes: tuple[str, ...]

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Give the rows behind the first ``skip_rows``, good and bad counted together."""
        ...

    def sample(self, rows: int = 2000) -> pa.Table:
        """Return the first good rows."""
        ...

    def estimated_rows(self) -> int:
        """Return about how many rows there are."""
        ...
