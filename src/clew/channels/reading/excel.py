"""Reads the sheets of a workbook (Excel, OpenDocument) as tables of text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from clew.channels.reading.batching import Piece, first_rows, of_batch_size, text_batch
from clew.channels.reading.column_names import name_columns
from clew.channels.reading.contract import BadRow, InputFile, Limits
from clew.channels.reading.unpack import Allowance
from clew.model.errors import InputError

if TYPE_CHECKING:
    from fastexcel import ExcelReader

#: What programs call the sheet that nobody named.
NAMELESS = re.compile(r"(sheet|tabelle|feuil|hoja|blad|blatt|foglio|planilha|arkusz)\s*\d*", re.IGNORECASE)
#: The day that times of day are on, since Excel counts days from there.
DAY_ZERO = re.compile(r"^1899-12-3[01] (?=\d\d:\d\d:\d\d)")


def sheets_of(path: Path, name: str, stem: str, wanted: str | None, limits: Limits) -> list[tuple[str, str]]:
    """Return (sheet, the table's stem) for each sheet that holds something, or for the ``wanted`` one alone.

    The only sheet of a workbook takes the workbook's ``stem`` when nobody named it. Raises InputError when the workbook
    is broken, locked, empty or too large unpacked, or when it lacks the sheet.
    """
    _check_size(path, name, limits)
    book = _open(path, name)
    sheets = list(book.sheet_names)
    if wanted is not None:
        if wanted not in sheets:
            raise InputError(f'{name}: it has no sheet "{wanted}". Its sheets: {", ".join(sheets)}. Mend the mapping.')
        return [(wanted, wanted.strip().lower())]
    filled = [sheet for sheet in sheets if _holds_cells(book, sheet)]
    if not filled:
        raise InputError(f"{name}: every sheet of it is empty. Export it again; at least a header was expected.")
    if len(filled) == 1 and NAMELESS.fullmatch(filled[0].strip()):
        return [(filled[0], stem)]
    return [(sheet, sheet.strip().lower()) for sheet in filled]


class ExcelTable:
    """One sheet as text columns (see :class:`~clew.channels.reading.contract.RawTable`).

    The first filled line is the header, row 1; blank lines are counted but are no records. Dates and times are ISO
    text, numbers as short as they can be, truth is ``true`` or ``false``. The sheet is held in memory as a whole
    (the format has at most 1,048,576 lines).
    """

    def __init__(self, file: InputFile) -> None:
        self.file = file
        header = self._cells.slice(0, 1)
        given = [column[0].as_py() for column in header.columns]
        self.columns, self.notes = name_columns(given)

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows`` records."""
        return of_batch_size(iter([Piece(self._rows.slice(skip_rows))]), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first rows."""
        return first_rows(iter([Piece(self._rows)]), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many records there are, exactly."""
        return self._rows.num_rows

    @cached_property
    def _cells(self) -> pa.RecordBatch:
        from fastexcel import FastExcelError

        book = _open(self.file.local, self.file.name)
        try:
            cells: pa.RecordBatch = book.load_sheet(self.file.sheet or 0, header_row=None, dtypes="string").to_arrow()
        except FastExcelError as problem:
            raise InputError(
                f"{self.file.name}: the sheet can't be read. Export it as CSV and import that."
            ) from problem
        if cells.num_rows == 0:
            raise InputError(f"{self.file.name}: the sheet is empty. Export it again; at least a header was expected.")
        return cells

    @cached_property
    def _rows(self) -> pa.RecordBatch:
        body = self._cells.slice(1)
        values = [_as_text(column) for column in body.columns]
        numbers = pa.array(np.arange(2, 2 + body.num_rows, dtype=np.int64))
        filled = np.zeros(body.num_rows, dtype=bool)
        for column in values:
            filled |= column.is_valid().to_numpy(zero_copy_only=False)
        return text_batch(self.columns, numbers, values).filter(pa.array(filled))


def _as_text(column: pa.Array) -> pa.Array:
    """Empty cells are NULL; a time of day loses the day 1899-12-31, by which Excel counts."""
    return pa.array([(value and DAY_ZERO.sub("", value)) or None for value in column.to_pylist()], pa.string())


def _open(path: Path, name: str) -> ExcelReader:
    import fastexcel

    try:
        return fastexcel.read_excel(path)
    except fastexcel.FastExcelError as problem:
        raise InputError(
            f"{name}: the workbook can't be opened; it is broken or locked with a password. "
            "Save it again from Excel without a password, or export the sheet as CSV."
        ) from problem


def _holds_cells(book: ExcelReader, sheet: str) -> bool:
    """Whether there is anything in the sheet; one that is a chart holds none."""
    from fastexcel import FastExcelError

    try:
        return book.load_sheet(sheet, header_row=None, n_rows=1).height > 0
    except FastExcelError:
        return False


def _check_size(path: Path, name: str, limits: Limits) -> None:
    """Workbooks are zip archives too; what they say they unpack to is held to the same limits."""
    if not zipfile.is_zipfile(path):
        return
    allowance = Allowance(name, path.stat().st_size, limits)
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            allowance.take(member.file_size)
