"""The manifest: which files are the tables right now, read and changed in the journal's transactions."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, field

import sqlalchemy as sa

from clew.store.journal import Journal
from clew.store.journal_tables import builds, consent_statements, identity_decisions, identity_proposals, parts
from clew.store.warehouse import LAYOUT


@dataclass(frozen=True)
class Build:
    """One finished build: its folder and table files; the part files and settings (as text) that it was made from.

    ``input_digest`` is of everything that it was made from. Builds from before Clew kept parts and settings have neither.
    """

    folder: str
    files: dict[str, str]
    input_digest: str
    made_us: int
    parts: dict[str, list[str]] = field(default_factory=dict)
    settings: str = ""


def now_us() -> int:
    """Microseconds since 1970 UTC, by this machine's clock."""
    return time.time_ns() // 1000


def part_files(journal: Journal) -> dict[str, list[str]]:
    """Return the committed part files by table, in the order of their commits."""
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(parts.c.table_name, parts.c.file).order_by(parts.c.id)).all()
    listed: dict[str, list[str]] = {}
    for table, file in rows:
        listed.setdefault(table, []).append(file)
    return listed


def part_rows(journal: Journal, table: str) -> int:
    """Return how many rows the committed parts of a table hold."""
    with journal.transaction() as connection:
        total = connection.execute(sa.select(sa.func.sum(parts.c.rows)).where(parts.c.table_name == table)).scalar()
    return int(total or 0)


def add_part(connection: sa.Connection, import_id: int, table: str, file: str, rows: int) -> None:
    """Make a written file part of its table, within the caller's transaction."""
    connection.execute(
        parts.insert().values(
            import_id=import_id, table_name=table, file=file, rows=rows, committed_us=now_us(), layout=LAYOUT
        )
    )


def latest_build(journal: Journal) -> Build | None:
    """Return the newest finished build, or None before the first."""
    return next(iter(latest_builds(journal, 1)), None)


def latest_builds(journal: Journal, most: int) -> list[Build]:
    """Return the newest finished builds, the newest first."""
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(builds).order_by(builds.c.id.desc()).limit(most)).all()
    return [
        Build(row.folder, json.loads(row.files), row.input_digest, row.made_us, json.loads(row.parts), row.settings)
        for row in rows
    ]


def commit_build(journal: Journal, build: Build) -> None:
    """Make a build the current one; readers see it whole from now on."""
    with journal.transaction() as connection:
        connection.execute(
            builds.insert().values(
                made_us=build.made_us,
                input_digest=build.input_digest,
                folder=build.folder,
                files=json.dumps(build.files, sort_keys=True),
                parts=json.dumps(build.parts, sort_keys=True),
                settings=build.settings,
            )
        )


def input_digest(journal: Journal, definitions: str) -> str:
    """Return a digest of the committed parts, of what people and likeness said about customers, and of the definitions' text."""
    digest = hashlib.sha256(definitions.encode())
    with journal.transaction() as connection:
        for file in connection.execute(sa.select(parts.c.file).order_by(parts.c.id)).scalars():
            digest.update(file.encode())
        for said in (identity_decisions, identity_proposals, consent_statements):
            for row in connection.execute(sa.select(said).order_by(said.c.id)):
                digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
