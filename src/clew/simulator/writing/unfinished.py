"""Makes a folder as a whole or not at all: what is being written lies hidden beside it until it is complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from clew.simulator.writing.own_folder import refuse_what_is_not_ours
from clew.simulator.writing.plainly import told_plainly

_LOCK = "lock"


@contextmanager
def unfinished(folder: Path, card: str) -> Iterator[Path]:
    """Give a hidden folder that takes the place of ``folder`` at the block's end, and is gone if the block fails.

    ``card`` is the name of the file that says what a finished folder holds. UsageError when ``folder`` is there and
    holds anything else than an earlier one; StorageError, in plain words, when the disk refuses. What runs that were
    killed left hidden beside it is cleared away.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link and replace what it points to
    with told_plainly(target):
        refuse_what_is_not_ours(target, folder, card)
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(target)
        hidden = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        lock = _held(hidden / _LOCK)
        try:
            made = hidden / "made"
            made.mkdir()
            yield made
            # Somebody may have put something there meanwhile.
            refuse_what_is_not_ours(target, folder, card)
            _put_in_place(made, target, hidden / "before")
        finally:
            if lock is not None:
                lock.close()
            shutil.rmtree(hidden, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.unfinished-"


def _put_in_place(made: Path, target: Path, before: Path) -> None:
    there = target.is_symlink() or target.exists()
    if there:
        target.rename(before)
    try:
        made.rename(target)
    except OSError:
        if there:
            before.rename(target)
        raise


def _clear_away(target: Path) -> None:
    """Delete what earlier runs for the same folder left that are no more: nobody holds their locks."""
    for left in target.parent.iterdir():
        if not left.name.startswith(_prefix(target)) or not (left / _LOCK).is_file():
            continue
        lock = _held(left / _LOCK)
        if lock is not None:
            lock.close()
            shutil.rmtree(left, ignore_errors=True)


def _held(path: Path) -> IO[bytes] | None:
    """Return the file, open and locked for as long as it is open and this process lives; None if another holds it."""
    try:
        handle = path.open("ab")
    except PermissionError:
        return None
    try:
        _lock(handle)
    except OSError:
        handle.close()
        return None
    return handle


def _lock(handle: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
