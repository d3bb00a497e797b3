"""Reads a file's first rows as an import would, and stores nothing: what they become, and which would wait in quarantine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from clew.channels.batch import judge_batch
from clew.channels.deduplicate import remember
from clew.channels.intake import Intake, prepare, target_for
from clew.channels.ledger import Tally
from clew.channels.plan import Plan
from clew.channels.reading import BadRow, InputFile
from clew.channels.unread import UnreadWords, all_unread, unread_in

_COLUMNS = (
    *("source_row", "occurred_us", "channel", "touchpoint", "kind", "direction", "party", "team", "text", "issue"),
    *("outcome", "rating", "value", "case_ref", "identifiers"),
)


@dataclass
class SampledTable:
    """The first rows of a file as a table of their own (see :class:`~clew.channels.reading.RawTable`)."""

    file: InputFile
    columns: tuple[str, ...]
    rows: pa.Table
    bad: tuple[BadRow, ...] = ()
    notes: tuple[str, ...] = ()

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:  # noqa: ARG002
        """Give all rows at once."""
        for row in self.bad:
            on_bad_row(row)
        yield from self.rows.combine_chunks().to_batches()

    def sample(self, rows: int = 2000) -> pa.Table:
        """Return the first good rows."""
        return self.rows.slice(0, rows)

    def estimated_rows(self) -> int:
        """Return how many there are."""
        return int(self.rows.num_rows) + len(self.bad)


@dataclass(frozen=True)
class ReadInteraction:
    """One interaction as it would be stored, with the row it comes from."""

    row: int
    occurred_us: int
    channel: str
    touchpoint: str
    kind: str
    direction: str
    party: str
    team: str | None
    text: str | None
    issue: str | None
    outcome: str | None
    rating: float | None
    value: float | None
    case_ref: str | None
    identifiers: tuple[str, ...]


@dataclass(frozen=True)
class HeldBack:
    """Rows that would wait in quarantine for one reason: the column at fault, why, how many, and the first of them."""

    column: str
    reason: str
    rows: int
    first_row: int


@dataclass(frozen=True)
class Preview:
    """What the first rows of a plan's files become; ``times`` says how each time column is read, and why so.

    ``unread`` is what could not be read of the fields with fixed words, of phones and of e-mails: it would stay in attributes.
    """

    tally: Tally
    interactions: tuple[ReadInteraction, ...]
    held_back: tuple[HeldBack, ...]
    times: tuple[str, ...]
    unread: tuple[UnreadWords, ...] = ()


def preview(intake: Intake, plan: Plan, shown: int = 10) -> Preview:
    """Read a plan's files (samples of them, so that it takes a moment) by the very steps of an import; nothing is stored.

    What is stored already isn't looked at, so that rows seen before show what they become, too.
    """
    tally = Tally()
    interactions: list[ReadInteraction] = []
    held: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    times: list[str] = []
    unread: list[UnreadWords] = []
    with intake.warehouse.session({}) as connection:
        feed = prepare(intake, connection, plan)
        for number, planned in enumerate(plan.files):
            formats = feed.times(number, planned, {})
            times += [f"{column}: {chosen.evidence}" for column, chosen in formats.items()]
            target = target_for(intake, connection, plan, number, 0, formats)
            for stretch in feed.stretches(number, planned, 0):
                counted, kept = judge_batch(target, (stretch.first_row, stretch.last_row), stretch.bad)
                tally += counted
                unread += unread_in(connection, "staged")
                interactions += _interactions(connection, shown - len(interactions))
                for row, column, reason, _ in kept:
                    held[column, reason] += 1
                    first[column, reason] = min(row, first.get((column, reason), row))
                remember(connection)
    shown_times = tuple(dict.fromkeys(times))
    return Preview(tally, tuple(interactions), _grouped(held, first), shown_times, all_unread(unread))


def _interactions(connection: duckdb.DuckDBPyConnection, wanted: int) -> list[ReadInteraction]:
    if wanted <= 0:
        return []
    query = f"SELECT {', '.join(_COLUMNS)} FROM fresh ORDER BY source_row, occurred_us LIMIT {wanted}"
    return [
        ReadInteraction(*rest, identifiers=tuple(identifiers or ()))
        for *rest, identifiers in connection.execute(query).fetchall()
    ]


def _grouped(held: Counter[tuple[str, str]], first: dict[tuple[str, str], int]) -> tuple[HeldBack, ...]:
    return tuple(HeldBack(*key, count, first[key]) for key, count in held.most_common())
