"""Reads tables whose fields are parted by commas, tabs or the like: fast where all is well, row by row where something is odd."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

import pyarrow as pa

from clew.channels.reading import fast_lane
from clew.channels.reading.batching import Piece, first_rows, of_batch_size, text_batch
from clew.channels.reading.careful_lane import Judge, continuation
from clew.channels.reading.contract import BadRow, InputFile, Limits, Reading
from clew.channels.reading.layout import find_layout
from clew.channels.reading.records import Record, read_records

#: A block is tried in the fast lane; where that fails the careful lane reads as much, then the fast lane goes on.
BLOCK_BYTES = 2 * 1024 * 1024
#: The careful lane hands its rows on after this many records or bytes.
PIECE_RECORDS = 20_000
PIECE_BYTES = 16 * 1024 * 1024


class DelimitedTable:
    """A CSV or TSV file as text columns (see :class:`~clew.channels.reading.contract.RawTable`).

    ``_row`` is the record's number, the header being row 1; a record with line breaks in quotes is one, blank lines are
    none. A bare carriage return outside quotes is text of its record, which is taken whole; as spreadsheets and most
    readers would start a new row there, the rest counts as a row that is refused for being part of the one before. A file without a header starts with row 1. Empty fields are NULL, quoted or not. Opening reads the first
    256 KiB and raises InputError when there is no record, or when a given delimiter parts nothing.
    """

    def __init__(self, file: InputFile, reading: Reading, limits: Limits, block_bytes: int = BLOCK_BYTES) -> None:
        self.file = file
        self.limits = limits
        self.block_bytes = block_bytes
        self.layout = find_layout(file.local, file.name, reading, limits, tabs=file.format == "tsv")
        self.columns = self.layout.columns
        self.notes = self.layout.notes
        self.judge = Judge(self.layout, reading.accept_bad_bytes_as, file.name)

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows`` records (good and bad together, the header not counted)."""
        return of_batch_size(self._pieces(skip_rows), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first good rows."""
        return first_rows(self._pieces(0), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many records there are, judged by the length of the first ones; exact for files of one block."""
        return self._estimate

    @cached_property
    def _estimate(self) -> int:
        for piece, end, _ in self._stretches(0):
            records = piece.rows.num_rows + len(piece.bad)
            return round(records * (self.file.local.stat().st_size - self.layout.body) / (end - self.layout.body))
        return 0

    def _pieces(self, skip_rows: int) -> Iterator[Piece]:
        return (piece for piece, _, _ in self._stretches(skip_rows))

    def _stretches(self, skip_rows: int) -> Iterator[tuple[Piece, int, int]]:
        """The file from the body on, in pieces; with each comes the byte where it ends and the number of the next row."""
        size = self.file.local.stat().st_size
        position, row = self.layout.body, self.layout.first_row
        wanted = row + skip_rows
        with self.file.local.open("rb") as stream:
            while position < size:
                stream.seek(position)
                block = stream.read(self.block_bytes)
                last = position + len(block) >= size
                read = fast_lane.read_block(block, self.layout, row, last)
                if read is None:
                    for stretch in self._read_carefully(position, position + len(block), row, wanted):
                        yield stretch
                        _, position, row = stretch
                    continue
                rows, used = read
                skipped = max(0, min(rows.num_rows, wanted - row))
                position, row = position + used, row + rows.num_rows
                yield Piece(rows.slice(skipped)), position, row

    def _read_carefully(self, start: int, until: int, row: int, wanted: int) -> Iterator[tuple[Piece, int, int]]:
        """Read records until one ends at or behind byte ``until``."""
        rows: list[int] = []
        fields: list[list[str]] = []
        bad: list[BadRow] = []
        records = raw_bytes = 0
        end = start
        for record in self._records(start):
            end = record.end
            if record.fields != []:
                records, raw_bytes = records + 1, raw_bytes + len(record.raw)
                if row >= wanted:
                    judged = self.judge(record, row)
                    if isinstance(judged, BadRow):
                        bad.append(judged)
                    else:
                        rows.append(row)
                        fields.append(judged)
                row += 1
                for piece in record.torn if record.fields else ():
                    if row >= wanted:
                        bad.append(continuation(row, piece))
                    row += 1
            if end >= until:
                break
            if records >= PIECE_RECORDS or raw_bytes >= PIECE_BYTES:
                yield self._piece(rows, fields, bad), end, row
                rows.clear(), fields.clear(), bad.clear()
                records = raw_bytes = 0
        yield self._piece(rows, fields, bad), end, row

    def _records(self, start: int) -> Iterator[Record]:
        return read_records(self.file.local, start, self.layout.delimiter, self.limits.line_bytes, self.layout.line_end)

    def _piece(self, rows: list[int], fields: list[list[str]], bad: list[BadRow]) -> Piece:
        by_column: list[tuple[str, ...]] = list(zip(*fields, strict=True)) or [()] * len(self.columns)
        values = [pa.array([value or None for value in column], pa.string()) for column in by_column]
        return Piece(text_batch(self.columns, rows, values), tuple(bad))
