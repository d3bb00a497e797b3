"""One writer at a time: a lock file that the operating system lets go of even when the writer is killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from clew.model import BusyError
from clew.store import explained


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder's write lock; BusyError at once when another process has it."""
    with held_lock(folder / "writer.lock") as ours:
        if not ours:
            raise BusyError(
                "Another Clew is importing into or building this workspace: wait until it has finished and run the command again."
            )
        yield


@contextmanager
def held_lock(file: Path) -> Iterator[bool]:
    """Hold the lock on a file for the block; give False, and hold nothing, when another process has it."""
    with explained(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = file.open("a+b")
    with handle:
        try:
            _lock(handle)
        except OSError:
            ours = False
        else:
            ours = True
        yield ours


def _lock(handle: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # pyrefly: ignore
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
