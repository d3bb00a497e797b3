"""Says in plain words, with a remedy, what the disk has against a folder to be made."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.model import StorageError, UsageError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EPERM, errno.EACCES, errno.EROFS)
_NO_FOLDER = (errno.ENOTDIR, errno.EEXIST, errno.ELOOP)


@contextmanager
def told_plainly(target: Path) -> Iterator[None]:
    """Turn the disk's refusals within the block into StorageError, and names that it can't take into UsageError.

    Other than what an import has committed, nothing of a half-made folder is kept, and so it is said.
    """
    try:
        yield
    except OSError as error:
        # Arrow's errors have the number in their text only.
        if error.errno in _FULL or "no space left" in str(error).lower():
            raise StorageError(
                f"The disk under {target} is full: free some space and start again; nothing that was begun is kept."
            ) from error
        if error.errno in _FORBIDDEN:
            raise StorageError(
                f"Clew may not write to {target}: give yourself write permission there, or name another folder."
            ) from error
        if error.errno == errno.ENAMETOOLONG:
            raise UsageError(
                f'"{target.name[:40]}…" is too long a name for this disk: choose a shorter one.'
            ) from error
        if error.errno in _NO_FOLDER:
            raise UsageError(
                f"{target} can't be a folder, since something on the way to it is a file or a broken link: name another."
            ) from error
        raise
