"""Tries quarantined rows again: the kept rows themselves, or the file they came from where rows need their neighbours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from clew.channels.batch import Target, commit_batch
from clew.channels.feeds import Feed
from clew.channels.intake import Intake, prepare, target_for
from clew.channels.ledger import LedgerLine, relabel_import
from clew.channels.plan import Plan, PlannedFile
from clew.channels.quarantine import QuarantinedRow
from clew.channels.raw_tables import RAW, quoted
from clew.channels.reading import BadRow, InputFile
from clew.channels.reading.json_objects import WHERE
from clew.store import part_files


class KeptRows:
    """Quarantined rows as a table again (see :class:`~clew.channels.reading.RawTable`): their JSON objects' keys are columns."""

    def __init__(self, file: InputFile, rows: Sequence[QuarantinedRow]) -> None:
        """Take the rows that are whole; those that could not even be split stay behind."""
        self.file = file
        self.rows = [(row, values) for row in rows if (values := _values(row)) is not None]
        self.columns = tuple(dict.fromkeys(name for _, values in self.rows for name in values))
        self.notes: tuple[str, ...] = ()

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:  # noqa: ARG002
        """Give all rows at once; none of them is bad."""
        if self.rows:
            yield self._batch(self.rows[skip_rows:])

    def sample(self, rows: int = 2000) -> pa.Table:
        """Return the first rows."""
        return pa.Table.from_batches([self._batch(self.rows[:rows])])

    def estimated_rows(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def _batch(self, rows: Sequence[tuple[QuarantinedRow, dict[str, str | None]]]) -> pa.RecordBatch:
        numbers = pa.array([row.row for row, _ in rows], pa.int64())
        columns = [pa.array([values.get(name) for _, values in rows], pa.string()) for name in self.columns]
        return pa.RecordBatch.from_arrays([numbers, *columns], names=["_row", *self.columns])


@dataclass(frozen=True)
class Retried:
    """What another try gave for one import: rows tried, stored (or found to be duplicates), still in quarantine."""

    file: str
    tried: int
    stored: int
    still: int
    note: str = ""


def retry_rows(intake: Intake, line: LedgerLine, plan: Plan, number: int, rows: Sequence[QuarantinedRow]) -> Retried:
    """Import the quarantined rows of one import again by the plan, whose file ``number`` holds them.

    Times are read as that import read them, unless the mapping says otherwise now: a few rows don't tell day from month.
    """
    planned = plan.files[number]
    wanted = {row.row: row.quarantine_id for row in rows}
    with intake.warehouse.session(part_files(intake.journal)) as connection:
        feed = prepare(intake, connection, plan)
        times = feed.times(number, planned, line.times)
        target = target_for(intake, connection, plan, number, line.import_id, times)
        tried, settled = _commit(feed, target, planned, wanted, line.rows_done)
    relabel_import(intake.journal, line.import_id, plan.mapping_text, plan.digest)
    left = len(wanted) - tried
    note = f"{left:,} of them can't be split into columns: mend the file and import it" if left else ""
    return Retried(line.file, tried, settled, len(wanted) - settled, note)


def _commit(
    feed: Feed, target: Target, planned: PlannedFile, wanted: dict[int, int], rows_done: int
) -> tuple[int, int]:
    """Commit the wanted rows of each stretch; return how many were tried and how many left quarantine."""
    tried = settled = 0
    for stretch in feed.stretches(target.file, planned, 0):
        at_hand = _rows_at_hand(target)
        here = [row for row in wanted if stretch.first_row <= row <= stretch.last_row and row in at_hand]
        if here:
            released = tuple(wanted[row] for row in here)
            tally = commit_batch(target, here, [], rows_done, released)
            tried += len(here)
            settled += tally.stored + tally.duplicate + tally.erased
    return tried, settled


def _rows_at_hand(target: Target) -> set[int]:
    """Return the rows of the file that its raw table holds now: what could not be read is none of them, and stays."""
    raw = f"{RAW}.{quoted(target.table.name)}"
    found = target.connection.execute(f"SELECT _row FROM {raw} WHERE _file = ?", [target.file])
    return {row for (row,) in found.fetchall()}


def _values(row: QuarantinedRow) -> dict[str, str | None] | None:
    """Return a kept row's columns, or None for what never was a row: a damaged line stays damaged, also where it is JSON."""
    if row.column == WHERE:
        return None
    try:
        read = json.loads(row.raw)
    except ValueError:
        return None
    if not isinstance(read, dict):
        return None
    return {str(key): None if value is None else str(value) for key, value in read.items()}
