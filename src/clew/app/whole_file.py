"""Writes files whole or not at all: whoever reads them, and whatever crashes, there is the old one or the new one."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def drafts(files: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    """Give a draft beside each file; when all are written they take the files' names, else they go. Raises OSError."""
    begun = tuple(file.with_name(f".{file.name}.{uuid.uuid4().hex}.tmp") for file in files)
    try:
        yield begun
        for draft in begun:
            with draft.open("rb") as written:
                os.fsync(written.fileno())
        for draft, file in zip(begun, files, strict=True):
            draft.replace(file)
    finally:
        for draft in begun:
            draft.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one go; several writers at once never meet in one draft. Raises OSError."""
    with drafts((path,)) as (draft,):
        draft.write_bytes(content)
