"""Who is signed in: sessions, and the links that begin one, in the journal; it holds digests only, never what opens a door."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import sqlalchemy as sa

from clew.model import StorageError
from clew.store import Journal, now_us, web_sessions

_SECOND_US = 1_000_000
#: A session lasts this long after the sign-in; then a new link is needed.
SESSION_SECONDS = 30 * 86_400
#: A link that nobody opened is worth nothing after this long.
LINK_SECONDS = 3_600
#: How much older the noted last visit may be than the true one, so that reading a page doesn't write each time.
_SEEN_SECONDS = 3_600
#: A link is kept as a row like a session's, under this name; its digest is made so that it is never taken for one.
_LINK = "(link)"


@dataclass(frozen=True)
class Session:
    """A person who is signed in; ``csrf`` is what their changes have to repeat."""

    id: int
    name: str
    csrf: str


class Sessions:
    """The sessions of one workspace; ``now`` gives the time in microseconds since 1970."""

    def __init__(self, journal: Journal, now: Callable[[], int] = now_us) -> None:
        """Keep them in this journal."""
        self._journal = journal
        self._now = now

    def new_link(self, secret: str | None = None) -> str:
        """Make a secret that signs one person in, once, within an hour; return it. ``secret`` names it instead."""
        chosen = secret or secrets.token_urlsafe(32)
        now = self._now()
        row = {
            "digest": _digest("link", chosen),
            "csrf": "",
            "created_us": now,
            "expires_us": now + LINK_SECONDS * _SECOND_US,
            "last_seen_us": now,
            "name": _LINK,
        }
        with self._journal.transaction() as connection:
            connection.execute(sa.delete(web_sessions).where(web_sessions.c.expires_us <= now))
            connection.execute(sa.delete(web_sessions).where(web_sessions.c.digest == row["digest"]))
            connection.execute(sa.insert(web_sessions).values(row))
        return chosen

    def enter(self, secret: str, name: str) -> str | None:
        """Use up a link; return the token of the session it begins, or None for one that is unknown, used or too old."""
        now = self._now()
        token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        of_link = sa.and_(web_sessions.c.digest == _digest("link", secret), web_sessions.c.expires_us > now)
        with self._journal.transaction() as connection:
            # Guesses are answered without the write lock, which others may need.
            if connection.execute(sa.select(web_sessions.c.id).where(of_link)).first() is None:
                return None
            if connection.execute(sa.delete(web_sessions).where(of_link)).rowcount != 1:
                return None
            connection.execute(
                sa.insert(web_sessions).values(
                    digest=_digest("session", token),
                    csrf=csrf,
                    created_us=now,
                    expires_us=now + SESSION_SECONDS * _SECOND_US,
                    last_seen_us=now,
                    name=name,
                )
            )
        return token

    def find(self, token: str) -> Session | None:
        """Return the session that a cookie's token belongs to, or None where it is unknown, ended or too old."""
        if not token:
            return None
        now = self._now()
        found = sa.and_(web_sessions.c.digest == _digest("session", token), web_sessions.c.expires_us > now)
        with self._journal.transaction() as connection:
            row = connection.execute(sa.select(web_sessions).where(found)).one_or_none()
        if row is None:
            return None
        if now - row.last_seen_us > _SEEN_SECONDS * _SECOND_US:
            self._note_visit(row.id, now)
        return Session(row.id, row.name, row.csrf)

    def _note_visit(self, session_id: int, now: int) -> None:
        seen = sa.update(web_sessions).where(web_sessions.c.id == session_id).values(last_seen_us=now)
        # A full disk is no reason to turn a reader away, nor somebody who writes just now to let them wait: the next
        # request notes it.
        with suppress(StorageError), self._journal.transaction() as connection:
            patience = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
            try:
                connection.execute(seen)
            finally:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")

    def leave(self, session: Session) -> None:
        """End a session."""
        with self._journal.transaction() as connection:
            connection.execute(sa.delete(web_sessions).where(web_sessions.c.id == session.id))


def _digest(kind: str, secret: str) -> str:
    """Return what the journal keeps: of no use to whoever reads it, as the secrets are 256 random bits.

    ``kind`` makes the digest of a link's secret another one than that of a session's token.
    """
    return hashlib.sha256(f"{kind}:{secret}".encode()).hexdigest()
