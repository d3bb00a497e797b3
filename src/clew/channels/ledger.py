"""The ledger: for each file and source, received = stored + duplicate + quarantined + refused, kept in the journal."""

from __future__ import annotations

import json
from dataclasses import dataclass

import sqlalchemy as sa

from clew.store import Journal, imports, now_us, parts, quarantine

COUNTS = ("received", "stored", "duplicate", "quarantined", "refused")


@dataclass(frozen=True)
class Tally:
    """Rows of one batch, file or source by what became of them; ``interactions`` and ``records`` are what was stored.

    ``erased`` says how many of the refused are rows of customers who were erased, be it before or after they came.
    """

    received: int = 0
    stored: int = 0
    duplicate: int = 0
    quarantined: int = 0
    refused: int = 0
    interactions: int = 0
    records: int = 0
    erased: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add two tallies of different rows."""
        return Tally(*(a + b for a, b in zip(self.as_tuple(), other.as_tuple(), strict=True)))

    def as_tuple(self) -> tuple[int, ...]:
        """Return the counts in the order of the fields."""
        counts = (self.received, self.stored, self.duplicate, self.quarantined, self.refused)
        return (*counts, self.interactions, self.records, self.erased)

    @property
    def balanced(self) -> bool:
        """Whether every received row is accounted for."""
        return self.received == self.stored + self.duplicate + self.quarantined + self.refused


@dataclass(frozen=True)
class LedgerLine:
    """One imported file as the ledger has it; ``times`` is how it was read, format by draft column."""

    import_id: int
    file: str
    source: str
    connector: str
    table: str
    state: str
    reason: str
    tally: Tally
    rows_done: int
    file_digest: str
    mapping_digest: str
    mapping_text: str
    finished_us: int | None
    times: dict[str, str]


@dataclass(frozen=True)
class SourceLedger:
    """One source: its files and their sum."""

    source: str
    tally: Tally
    files: tuple[LedgerLine, ...]


def ledger_lines(journal: Journal) -> tuple[LedgerLine, ...]:
    """Return every file ever imported or refused, oldest first."""
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(imports).order_by(imports.c.id)).all()
    return tuple(
        LedgerLine(
            row.id,
            row.file_name,
            row.source,
            row.connector,
            row.table_name,
            row.state,
            row.reason,
            Tally(*(getattr(row, name) for name in FIELDS)),
            row.rows_done,
            row.file_digest,
            row.mapping_digest,
            row.mapping_text,
            row.finished_us,
            json.loads(row.times),
        )
        for row in rows
    )


def source_ledgers(journal: Journal) -> tuple[SourceLedger, ...]:
    """Return the ledger by source, in the order of their names."""
    lines = ledger_lines(journal)
    return tuple(
        SourceLedger(
            source,
            sum((line.tally for line in lines if line.source == source), Tally()),
            tuple(line for line in lines if line.source == source),
        )
        for source in sorted({line.source for line in lines})
    )


@dataclass(frozen=True)
class ImportHead:
    """What the ledger says of an import before its first row: which file, as which table of which connector, how read."""

    file: str
    file_digest: str
    source: str
    connector: str
    table: str
    mapping_text: str
    mapping_digest: str


def open_import(journal: Journal, head: ImportHead) -> int:
    """Write down that an import of a file begins; return its number."""
    with journal.transaction() as connection:
        result = connection.execute(
            imports.insert().values(
                file_name=head.file,
                file_digest=head.file_digest,
                source=head.source,
                connector=head.connector,
                table_name=head.table,
                mapping_text=head.mapping_text,
                mapping_digest=head.mapping_digest,
                state="running",
                started_us=now_us(),
            )
        )
        (import_id,) = result.inserted_primary_key or (0,)
        return int(import_id)


def note_times(journal: Journal, import_id: int, times: dict[str, str]) -> None:
    """Write down how an import reads its times (format by draft column), so that a retry reads them the same way."""
    with journal.transaction() as connection:
        connection.execute(imports.update().where(imports.c.id == import_id).values(times=json.dumps(times)))


def add_tally(connection: sa.Connection, import_id: int, tally: Tally, rows_done: int) -> None:
    """Add a batch to its import's line, in the transaction that commits the batch."""
    changes = {name: imports.c[name] + count for name, count in zip(FIELDS, tally.as_tuple(), strict=True)}
    connection.execute(imports.update().where(imports.c.id == import_id).values(**changes, rows_done=rows_done))


FIELDS = (*COUNTS, "interactions", "records", "erased")


def close_import(journal: Journal, import_id: int, state: str, reason: str = "") -> None:
    """Write down that an import is over."""
    with journal.transaction() as connection:
        connection.execute(
            imports.update().where(imports.c.id == import_id).values(state=state, reason=reason, finished_us=now_us())
        )


def relabel_import(journal: Journal, import_id: int, mapping: str, mapping_digest: str) -> None:
    """Write down that an import's rows are read by a mended mapping from now on."""
    with journal.transaction() as connection:
        connection.execute(
            imports.update()
            .where(imports.c.id == import_id)
            .values(mapping_text=mapping, mapping_digest=mapping_digest)
        )


def forget_import(journal: Journal, import_id: int) -> None:
    """Take an import back whole: its parts leave the manifest, its quarantine and its line go."""
    with journal.transaction() as connection:
        connection.execute(parts.delete().where(parts.c.import_id == import_id))
        connection.execute(quarantine.delete().where(quarantine.c.import_id == import_id))
        connection.execute(imports.delete().where(imports.c.id == import_id))


def note_refusal(journal: Journal, file: str, reason: str) -> None:
    """Write down a file that was refused as a whole, once for each reason; none of its rows was received."""
    with journal.transaction() as connection:
        same = sa.select(imports.c.id).where(imports.c.file_name == file, imports.c.reason == reason)
        if connection.execute(same).first() is None:
            at_us = now_us()
            values = {
                "file_digest": "",
                "source": "(refused files)",
                "connector": "",
                "table_name": "",
                "mapping_digest": "",
            }
            connection.execute(
                imports.insert().values(
                    file_name=file,
                    **values,
                    mapping_text="",
                    state="refused",
                    reason=reason,
                    started_us=at_us,
                    finished_us=at_us,
                )
            )
