"""A place for unpacked copies while files are read; what a killed import left there goes at the next one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.store import explained

PREFIX = "import-"


@contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """Give a folder below ``parent`` that is gone at the block's end; the caller holds the workspace's write lock."""
    with explained(parent):
        parent.mkdir(parents=True, exist_ok=True)
        for left in parent.glob(f"{PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
