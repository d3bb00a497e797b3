"""Reads Parquet files as tables of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec
import numpy as np
import pyarrow as pa

from clew.channels.reading.batching import Piece, first_rows, of_batch_size, text_batch
from clew.channels.reading.column_names import name_columns
from clew.channels.reading.contract import BadRow, InputFile
from clew.model.errors import InputError

ROWS_AT_ONCE = 50_000


class ParquetTable:
    """A Parquet file as text columns (see :class:`~clew.channels.reading.contract.RawTable`); its first record is row 1.

    Times are ISO text (those with a zone in UTC with ``Z``), lists and structs JSON text, bytes text where they are
    UTF-8 and else hexadecimal; NaN, by which data frames mean "missing", is NULL.
    """

    def __init__(self, file: InputFile) -> None:
        import pyarrow.parquet as pq

        self.file = file
        try:
            with pq.ParquetFile(file.local) as stored:
                self.rows = stored.metadata.num_rows
                self.columns, self.notes = name_columns(stored.schema_arrow.names)
        except (pa.ArrowException, OSError) as problem:
            raise _broken(file) from problem

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows``. Raises InputError where the file turns out to be broken."""
        return of_batch_size(self._pieces(skip_rows), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first rows."""
        return first_rows(self._pieces(0), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many records there are, exactly."""
        return self.rows

    def _pieces(self, skip_rows: int) -> Iterator[Piece]:
        import pyarrow.parquet as pq

        row = 1
        try:
            with pq.ParquetFile(self.file.local) as stored:
                for batch in stored.iter_batches(batch_size=ROWS_AT_ONCE, use_threads=False):
                    left_out = max(0, min(batch.num_rows, 1 + skip_rows - row))
                    kept = batch.slice(left_out)
                    numbers = pa.array(np.arange(row + left_out, row + batch.num_rows, dtype=np.int64))
                    row += batch.num_rows
                    yield Piece(
                        text_batch(self.columns, numbers, [_filled(as_text(column)) for column in kept.columns])
                    )
        except (pa.ArrowException, OSError) as problem:
            raise _broken(self.file) from problem


def _filled(column: pa.Array) -> pa.Array:
    """The empty text is NULL, as in every other format: nothing stood there."""
    from pyarrow.compute import call_function

    empty = call_function("equal", [column, pa.scalar("")])
    if not call_function("any", [empty]).as_py():
        return column
    return call_function("if_else", [empty, pa.scalar(None, pa.string()), column])


def as_text(column: pa.Array) -> pa.Array:
    """Write a column of any type as text, one string or NULL a value.

    >>> as_text(pa.array([1.5, float("nan"), None])).to_pylist()
    ['1.5', None, None]
    """
    kind = column.type
    if pa.types.is_dictionary(kind):
        return as_text(column.dictionary_decode())
    if pa.types.is_timestamp(kind):
        return _times(column)
    if pa.types.is_floating(kind):
        missing = np.isnan(column.cast(pa.float64()).to_numpy(zero_copy_only=False))
        return pa.array(column.cast(pa.string()).to_pylist(), pa.string(), mask=missing)
    if pa.types.is_nested(kind):
        return pa.array([None if value is None else _json(value) for value in column.to_pylist()], pa.string())
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_fixed_size_binary(kind):
        return pa.array([_letters(value) for value in column.to_pylist()], pa.string())
    try:
        return column.cast(pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.array([None if value is None else str(value) for value in column.to_pylist()], pa.string())


def _times(column: pa.Array) -> pa.Array:
    """Without a fraction of a second where no value has one."""
    zone = column.type.tz
    if zone:
        column = column.cast(pa.timestamp(column.type.unit, "UTC"))
    with suppress(pa.ArrowInvalid):
        column = column.cast(pa.timestamp("s", "UTC" if zone else None))
    return column.cast(pa.string())


def _letters(value: bytes | None) -> str | None:
    if value is None:
        return None
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.hex()


def _json(value: object) -> str:
    return _ENCODER.encode(value).decode()


def _plain(value: object) -> object:
    return str(value)


_ENCODER = msgspec.json.Encoder(enc_hook=_plain, decimal_format="number")


def _broken(file: InputFile) -> InputError:
    return InputError(f"{file.name}: the Parquet file is broken or cut off. Fetch it again from where it was written.")
