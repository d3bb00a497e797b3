"""One writer at a time: a lock file that the operating system lets go of even when the writer is killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from clew.model import StorageError
from clew.store import explained


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder's write lock; StorageError at once when another process has it."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / "writer.lock").open("a+b")
    with handle:
        try:
            _lock(handle)
        except OSError as error:
            raise StorageError(
                "Another Clew is importing into or building this workspace: wait until it has finished and run the command again."
            ) from error
        yield


def _lock(handle: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # pyrefly: ignore
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
