"""One server for each workspace: who serves it holds a lock, and leaves word where it answers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.app.lock import held_lock
from clew.store import explained

_LOCK, _ADDRESS = "server.lock", "server.address"
#: So long a server that has just been started may take until it answers, and so often is looked whether it does.
_STARTING_SECONDS, _LOOK_SECONDS = 15.0, 0.1


@contextmanager
def only_server(store: Path) -> Iterator[bool]:
    """Hold the workspace's serving lock for the block; give False, and hold nothing, when another process serves it.

    ``store`` is the workspace's folder of stores. The operating system lets go of the lock when the server is killed.
    """
    with held_lock(store / _LOCK) as ours:
        if not ours:
            yield False
            return
        address = store / _ADDRESS
        with explained(store):
            address.unlink(missing_ok=True)  # a killed server left it: by now the port may be anybody's
        try:
            yield True
        finally:
            address.unlink(missing_ok=True)


def leave_word(store: Path, address: str) -> None:
    """Write down where this process answers."""
    with explained(store):
        (store / _ADDRESS).write_text(address, encoding="utf-8")


def where_served(store: Path, patience_seconds: float = _STARTING_SECONDS) -> str:
    """Return where another process answers for this workspace; waits for one that starts, and is empty if that takes longer."""
    until = time.monotonic() + patience_seconds
    while not (address := _word_left(store)) and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)
    return address


def _word_left(store: Path) -> str:
    try:
        return (store / _ADDRESS).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
