"""Reads files with one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

import pyarrow as pa

from clew.channels.reading.batching import Piece, first_rows, of_batch_size
from clew.channels.reading.careful_lane import as_text
from clew.channels.reading.contract import BadRow, InputFile, Limits, Reading
from clew.channels.reading.json_objects import WHERE, JsonObject, ObjectColumns, keys_of, read_object
from clew.channels.reading.lines import OversizedLine, read_lines
from clew.model.errors import InputError

#: Files up to this size are looked through as a whole for their keys; larger ones at their beginning and in 64 places.
SURVEY_BYTES = 64 * 1024 * 1024
PLACES = 64
PIECE_RECORDS = 20_000
PIECE_BYTES = 32 * 1024 * 1024


class JsonLinesTable:
    """A JSONL file as text columns (see :class:`~clew.channels.reading.contract.RawTable`); ``_row`` is the line's number.

    The columns are the keys of the objects, in the order they first appear. A file beyond 64 MiB is surveyed at its
    beginning and in 64 places spread over it; keys that show up nowhere there go into the column ``_more`` as a JSON
    object, so that nothing is lost. Blank lines are counted but are no records.
    """

    def __init__(self, file: InputFile, reading: Reading, limits: Limits, survey_bytes: int = SURVEY_BYTES) -> None:
        self.file, self.limits = file, limits
        self.accept_bad_bytes_as = reading.accept_bad_bytes_as
        self.size = file.local.stat().st_size
        with file.local.open("rb") as stream:
            self.start = 3 if stream.read(3) == b"\xef\xbb\xbf" else 0
        complete = self.size <= survey_bytes
        keys = keys_of(self._lines(self.start) if complete else self._spread(survey_bytes), self.accept_bad_bytes_as)
        if not keys:
            raise InputError(
                f"{file.name}: no line of it is a JSON object. One object in braces {{…}} a line was expected."
            )
        self.objects = ObjectColumns(keys, complete)
        self.columns, self.notes = self.objects.names, self.objects.notes

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows`` records (good and bad together, blank lines not counted)."""
        return of_batch_size(self._pieces(skip_rows), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first good rows."""
        return first_rows(self._pieces(0, min(rows, PIECE_RECORDS)), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many records there are, judged by the length of the first thousand lines."""
        return self._estimate

    @cached_property
    def _estimate(self) -> int:
        count = used = 0
        for line in self._lines(self.start):
            count, used = count + bool(line.strip()), used + len(line)
            if count >= 1000:
                break
        return round(count * (self.size - self.start) / used) if used else 0

    def _lines(self, start: int) -> Iterator[bytes]:
        return (line for line in read_lines(self.file.local, start, self.limits.line_bytes) if isinstance(line, bytes))

    def _spread(self, survey_bytes: int) -> Iterator[bytes]:
        """A quarter of the survey at the beginning, the rest in places spread evenly (a cut first line gives no keys)."""
        stride = self.size // PLACES
        for place in range(PLACES):
            left = survey_bytes // 4 if place == 0 else survey_bytes // PLACES // 4
            for line in self._lines(self.start + place * stride):
                yield line
                left -= len(line)
                if left <= 0:
                    break

    def _pieces(self, skip_rows: int, piece_records: int = PIECE_RECORDS) -> Iterator[Piece]:
        rows: list[int] = []
        objects: list[JsonObject] = []
        bad: list[BadRow] = []
        record = size = 0
        for number, line in enumerate(read_lines(self.file.local, self.start, self.limits.line_bytes), start=1):
            if isinstance(line, bytes) and not line.strip():
                continue
            record += 1
            if record <= skip_rows:
                continue
            found = self._read(line, number)
            if isinstance(found, BadRow):
                bad.append(found)
                size += len(found.raw)
            else:
                rows.append(number)
                objects.append(found)
                size += len(line) if isinstance(line, bytes) else 0
            if len(rows) + len(bad) >= piece_records or size >= PIECE_BYTES:
                yield Piece(self.objects.batch(rows, objects), tuple(bad))
                rows.clear(), objects.clear(), bad.clear()
                size = 0
        yield Piece(self.objects.batch(rows, objects), tuple(bad))

    def _read(self, line: bytes | OversizedLine, number: int) -> JsonObject | BadRow:
        if isinstance(line, OversizedLine):
            return BadRow(number, WHERE, line.why(self.limits.line_bytes), as_text(line.head))
        return read_object(line, number, self.accept_bad_bytes_as)
