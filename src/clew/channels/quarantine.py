"""Rows that could not become interactions: kept whole with file, row, column and reason until the mapping is mended."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from clew.store import Journal, imports, now_us, quarantine


@dataclass(frozen=True)
class QuarantinedRow:
    """One kept row; ``raw`` is the whole row as a JSON object (or as text where it could not even be split)."""

    quarantine_id: int
    import_id: int
    source: str
    file: str
    row: int
    column: str
    reason: str
    raw: str


def keep_rows(connection: sa.Connection, import_id: int, rows: list[tuple[int, str, str, str]]) -> None:
    """Keep (row, column, reason, raw) of an import, in the transaction that commits its batch."""
    if rows:
        at_us = now_us()
        connection.execute(
            quarantine.insert(),
            [
                {"import_id": import_id, "row": row, "column": column, "reason": reason, "raw": raw, "at_us": at_us}
                for row, column, reason, raw in rows
            ],
        )


def quarantined_rows(journal: Journal, source: str | None = None, limit: int | None = None) -> list[QuarantinedRow]:
    """Return the rows in quarantine, by file and row; of one source where it is named."""
    query = (
        sa.select(quarantine, imports.c.source, imports.c.file_name)
        .join(imports, imports.c.id == quarantine.c.import_id)
        .order_by(quarantine.c.import_id, quarantine.c.row, quarantine.c.id)
        .limit(limit)
    )
    if source is not None:
        query = query.where(imports.c.source == source)
    with journal.transaction() as connection:
        rows = connection.execute(query).all()
    return [
        QuarantinedRow(row.id, row.import_id, row.source, row.file_name, row.row, row.column, row.reason, row.raw)
        for row in rows
    ]


def release_rows(connection: sa.Connection, quarantine_ids: list[int]) -> None:
    """Let rows go that have become interactions, in the transaction that stores them."""
    for start in range(0, len(quarantine_ids), 500):
        chosen = quarantine_ids[start : start + 500]
        connection.execute(quarantine.delete().where(quarantine.c.id.in_(chosen)))
