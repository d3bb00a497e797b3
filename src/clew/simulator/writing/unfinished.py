"""Makes a folder as a whole or not at all: what is being written lies hidden beside it until it is complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.model import UsageError
from clew.store import explained


@contextmanager
def unfinished(folder: Path, mark: str) -> Iterator[Path]:
    """Give a hidden folder that takes the place of ``folder`` at the block's end, and is gone if the block fails.

    ``mark`` is the name of the file that a finished one holds. UsageError when ``folder`` is there, isn't empty and has
    no such file; StorageError, in plain words, when the disk refuses.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link and replace what it points to
    with explained(target):
        _refuse_what_is_not_ours(target, folder, mark)
        target.parent.mkdir(parents=True, exist_ok=True)
        hidden = Path(tempfile.mkdtemp(prefix=f".{target.name}.unfinished-", dir=target.parent))
        try:
            yield hidden
            hidden.chmod(0o755)
            _put_in_place(hidden, target)
        finally:
            shutil.rmtree(hidden, ignore_errors=True)


def _refuse_what_is_not_ours(target: Path, called: Path, mark: str) -> None:
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not (target / mark).is_file()):
        raise UsageError(
            f"{called} holds something that was not simulated, and nothing in it is touched: name another folder."
        )


def _put_in_place(hidden: Path, target: Path) -> None:
    if target.exists():
        before = Path(tempfile.mkdtemp(prefix=f".{target.name}.before-", dir=target.parent))
        target.rename(before / target.name)
        hidden.rename(target)
        shutil.rmtree(before, ignore_errors=True)
    else:
        hidden.rename(target)
