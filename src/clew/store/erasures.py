"""Tombstones: they say that somebody was erased, and recognise them when they come again, without saying who it was."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa

from clew.store.journal import Journal
from clew.store.journal_tables import erasures, facts
from clew.store.journal_tables import tombstones as table
from clew.store.manifest import now_us

#: What a tombstone stands for: an identifier of a customer, the customer's id, or a row by its id where it names nobody.
Kind = Literal["identifier", "customer", "interaction", "record"]
_KEY = "erasure_key"


@dataclass(frozen=True)
class Tombstones:
    """All that was erased, as digests under the workspace's own key."""

    key: bytes
    digests: frozenset[str]

    def covers(self, kind: Kind, value: str) -> bool:
        """Say whether this very value was erased."""
        return _digest(self.key, kind, value) in self.digests

    def among(self, kind: Kind, values: Iterable[str]) -> list[str]:
        """Return those of the values that were erased."""
        return [value for value in values if _digest(self.key, kind, value) in self.digests]


def tombstones(journal: Journal) -> Tombstones | None:
    """Return the tombstones, or None where nobody was ever erased."""
    with journal.transaction() as connection:
        digests = frozenset(connection.execute(sa.select(table.c.digest)).scalars())
        return Tombstones(erasure_key(connection), digests) if digests else None


def erasure_key(connection: sa.Connection) -> bytes:
    """Return the workspace's key for tombstones, made up at random when it is first asked for.

    Without it, whoever gets hold of the digests could find phone numbers by trying them all; keep the journal as safe.
    """
    found = connection.execute(sa.select(facts.c.value).where(facts.c.name == _KEY)).scalar()
    if found is None:
        found = secrets.token_hex(32)
        connection.execute(facts.insert().values(name=_KEY, value=found, at_us=now_us()))
    return bytes.fromhex(found)


def note_erasure(
    connection: sa.Connection, erased: Iterable[tuple[Kind, str]], *, author: str, reason: str, rows: int
) -> None:
    """Write down an erasure with a tombstone for each value, in the transaction that takes the rows away."""
    made = connection.execute(erasures.insert().values(at_us=now_us(), author=author, reason=reason, rows=rows))
    (erasure_id,) = made.inserted_primary_key or (0,)
    key = erasure_key(connection)
    there = set(connection.execute(sa.select(table.c.digest)).scalars())
    fresh = sorted({_digest(key, kind, value) for kind, value in erased} - there)
    if fresh:
        connection.execute(table.insert(), [{"digest": digest, "erasure_id": erasure_id} for digest in fresh])


def erasures_pending(journal: Journal) -> bool:
    """Say whether files may still hold what was erased, because the erasing was cut short."""
    with journal.transaction() as connection:
        unfinished = sa.select(erasures.c.id).where(erasures.c.finished_us.is_(None)).limit(1)
        return connection.execute(unfinished).first() is not None


def finish_erasures(journal: Journal) -> bool:
    """Clean the journal's own file of what was deleted and close all erasures; False when somebody reads it just now."""
    if not journal.scrub():
        return False
    with journal.transaction() as connection:
        connection.execute(erasures.update().where(erasures.c.finished_us.is_(None)).values(finished_us=now_us()))
    return True


def _digest(key: bytes, kind: Kind, value: str) -> str:
    return hashlib.blake2b(f"{kind}\x1f{value}".encode(), key=key, digest_size=32).hexdigest()
