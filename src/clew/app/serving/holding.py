"""One server for each workspace: who serves it holds a lock, and leaves word where it answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.app.lock import held_lock
from clew.store import explained

_LOCK, _ADDRESS = "server.lock", "server.address"


@contextmanager
def only_server(store: Path) -> Iterator[bool]:
    """Hold the workspace's serving lock for the block; give False, and hold nothing, when another process serves it.

    ``store`` is the workspace's folder of stores. The operating system lets go of the lock when the server is killed.
    """
    with held_lock(store / _LOCK) as ours:
        yield ours
        if ours:
            (store / _ADDRESS).unlink(missing_ok=True)


def leave_word(store: Path, address: str) -> None:
    """Write down where this process answers."""
    with explained(store):
        (store / _ADDRESS).write_text(address, encoding="utf-8")


def where_served(store: Path) -> str:
    """Return where another process answers for this workspace; empty while it is only starting."""
    try:
        return (store / _ADDRESS).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
