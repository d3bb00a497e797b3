"""Turns rows of text into record batches of the size that the rest of Clew works and commits in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from clew.channels.reading.contract import BATCH_ROWS, BadRow

#: A batch with long texts (or with many bad rows beside it) is cut earlier, so that memory stays bounded.
BATCH_BYTES = 128 * 1024 * 1024
BATCH_BAD_ROWS = 20_000


@dataclass(frozen=True)
class Piece:
    """A stretch of a file, complete: all its good rows, and all its bad ones, both in the file's order."""

    rows: pa.RecordBatch
    bad: tuple[BadRow, ...] = ()


def schema_of(columns: Sequence[str]) -> pa.Schema:
    """The schema of every batch: ``_row`` (int64), then the columns as strings."""
    return pa.schema([pa.field("_row", pa.int64(), nullable=False), *(pa.field(name, pa.string()) for name in columns)])


def text_batch(columns: Sequence[str], rows: pa.Array | Sequence[int], values: Sequence[pa.Array]) -> pa.RecordBatch:
    """Put record numbers and text columns of one length together."""
    numbers = rows if isinstance(rows, pa.Array) else pa.array(rows, pa.int64())
    return pa.RecordBatch.from_arrays([numbers, *values], schema=schema_of(columns))


def of_batch_size(
    pieces: Iterable[Piece], on_bad_row: Callable[[BadRow], None], rows: int = BATCH_ROWS
) -> Iterator[pa.RecordBatch]:
    """Join small pieces and cut large ones: batches of ``rows`` rows (fewer when texts are long, and in the last).

    Whenever a batch is given, the rows of all batches and the bad rows reported so far are the first rows of the file
    without a gap, so that whoever counts both can go on from there after a crash.
    """
    held: list[pa.RecordBatch] = []
    bad: list[BadRow] = []
    held_rows = held_bytes = 0
    for piece in pieces:
        batch = piece.rows
        bad.extend(piece.bad)
        while held_rows + batch.num_rows >= rows:
            missing = rows - held_rows
            whole = _join([*held, batch.slice(0, missing)])
            bad = _report(bad, on_bad_row, before=_last_row(whole))
            yield whole
            held.clear()
            batch, held_rows, held_bytes = batch.slice(missing), 0, 0
        if batch.num_rows:
            held.append(batch)
            held_rows, held_bytes = held_rows + batch.num_rows, held_bytes + batch.nbytes
        if held and (held_bytes >= BATCH_BYTES or len(bad) >= BATCH_BAD_ROWS):
            whole = _join(held)
            bad = _report(bad, on_bad_row, before=_last_row(whole))
            yield whole
            held.clear()
            held_rows = held_bytes = 0
        if not held:
            bad = _report(bad, on_bad_row)
    _report(bad, on_bad_row)
    if held:
        yield _join(held)


def first_rows(pieces: Iterable[Piece], columns: Sequence[str], rows: int) -> pa.Table:
    """The first ``rows`` good rows as one table (with no rows when there are none)."""
    taken: list[pa.RecordBatch] = []
    missing = rows
    for piece in pieces:
        taken.append(piece.rows.slice(0, missing))
        missing -= taken[-1].num_rows
        if missing <= 0:
            break
    return pa.Table.from_batches(taken, schema=schema_of(columns))


def _report(bad: list[BadRow], on_bad_row: Callable[[BadRow], None], before: int | None = None) -> list[BadRow]:
    for row in bad:
        if before is None or row.row < before:
            on_bad_row(row)
    return [] if before is None else [row for row in bad if row.row >= before]


def _last_row(batch: pa.RecordBatch) -> int:
    number: int = batch.column(0)[batch.num_rows - 1].as_py()
    return number


def _join(pieces: list[pa.RecordBatch]) -> pa.RecordBatch:
    return pieces[0] if len(pieces) == 1 else pa.concat_batches(pieces)
