"""Lists of what waits in quarantine: by reason, and row by row from any place in the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from clew.channels.quarantine import QuarantinedRow
from clew.store import Journal, imports, quarantine

Wished = TypeVar("Wished", bound=sa.Select[Any])


@dataclass(frozen=True)
class QuarantineWish:
    """Which rows are asked for; None asks nothing."""

    source: str | None = None
    column: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class QuarantineGroup:
    """Rows that wait for one reason: of which source, the column at fault, why, how many, of how many files."""

    source: str
    column: str
    reason: str
    rows: int
    files: int


def quarantine_groups(journal: Journal) -> list[QuarantineGroup]:
    """Return the reasons for which rows wait, the most frequent first; their rows sum to all that wait."""
    count = sa.func.count().label("rows")
    files = sa.func.count(quarantine.c.import_id.distinct())
    query = (
        sa.select(imports.c.source, quarantine.c.column, quarantine.c.reason, count, files)
        .join(imports, imports.c.id == quarantine.c.import_id)
        .group_by(imports.c.source, quarantine.c.column, quarantine.c.reason)
        .order_by(count.desc(), imports.c.source, quarantine.c.column, quarantine.c.reason)
    )
    with journal.transaction() as connection:
        return [QuarantineGroup(*row) for row in connection.execute(query)]


def count_quarantine(journal: Journal, wish: QuarantineWish) -> tuple[int, str]:
    """Return how many rows wait, and a word that changes when they do."""
    with journal.transaction() as connection:
        rows = connection.execute(_chosen(sa.select(sa.func.count()).select_from(quarantine), wish)).scalar() or 0
        newest = connection.execute(_chosen(sa.select(sa.func.max(quarantine.c.id)), wish)).scalar() or 0
    return int(rows), f"{rows}-{newest}"


def quarantine_page(journal: Journal, wish: QuarantineWish, start: int, rows: int) -> list[QuarantinedRow]:
    """Return ``rows`` rows from the ``start``-th on, by file and row."""
    ordered = _chosen(sa.select(quarantine.c.id).select_from(quarantine), wish)
    ordered = ordered.order_by(quarantine.c.import_id, quarantine.c.row, quarantine.c.id).offset(start).limit(rows)
    query = (
        sa.select(quarantine, imports.c.source, imports.c.file_name)
        .join(imports, imports.c.id == quarantine.c.import_id)
        .where(quarantine.c.id.in_(ordered))
        .order_by(quarantine.c.import_id, quarantine.c.row, quarantine.c.id)
    )
    with journal.transaction() as connection:
        found = connection.execute(query).all()
    return [
        QuarantinedRow(row.id, row.import_id, row.source, row.file_name, row.row, row.column, row.reason, row.raw)
        for row in found
    ]


def all_quarantine(journal: Journal, wish: QuarantineWish, at_once: int = 5_000) -> Iterator[QuarantinedRow]:
    """Give every row, a part at a time, so that memory holds one part whatever there is."""
    start = 0
    while rows := quarantine_page(journal, wish, start, at_once):
        yield from rows
        start += len(rows)


def _chosen(query: Wished, wish: QuarantineWish) -> Wished:
    if wish.source is not None:
        query = query.where(quarantine.c.import_id.in_(sa.select(imports.c.id).where(imports.c.source == wish.source)))
    if wish.column is not None:
        query = query.where(quarantine.c.column == wish.column)
    if wish.reason is not None:
        query = query.where(quarantine.c.reason == wish.reason)
    return query
