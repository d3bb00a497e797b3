"""Unpacks gzip and zip files into a scratch folder, piece by piece, and stops when one would unpack to more than is sane."""

from __future__ import annotations

import errno
import gzip
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from clew.channels.reading.contract import Limits
from clew.model.errors import InputError, StorageError

CHUNK_BYTES = 1024 * 1024
#: The ratio is judged only beyond this many unpacked bytes: a short log of equal lines packs well and harms nobody.
SMALL_BYTES = 16 * 1024 * 1024

MEND = "Fetch or pack the file again; it was cut off or changed on its way"


class Allowance:
    """How much an archive may still unpack to; ``take`` raises InputError when a limit is passed."""

    def __init__(self, name: str, packed_bytes: int, limits: Limits) -> None:
        self.name, self.packed_bytes, self.limits = name, max(1, packed_bytes), limits
        self.unpacked_bytes = 0

    def take(self, count: int) -> None:
        """Use up ``count`` more bytes."""
        self.unpacked_bytes += count
        if self.unpacked_bytes > self.limits.unpacked_bytes:
            self._refuse(f"more than {self.limits.unpacked_bytes:,} bytes", "unpacked_bytes")
        if self.unpacked_bytes > max(SMALL_BYTES, self.packed_bytes * self.limits.unpacked_ratio):
            self._refuse(f"more than {self.limits.unpacked_ratio} times its packed size", "unpacked_ratio")

    def _refuse(self, measure: str, limit: str) -> None:
        raise InputError(
            f"{self.name}: it unpacks to {measure}, as archives do that are made to fill a disk (limit {limit}). "
            "If you trust it, unpack it yourself and import what was in it."
        )


def gunzip(source: Path, name: str, scratch: Path, limits: Limits) -> Path:
    """Unpack a gzip file and return the copy. Raises InputError when it is broken, cut off or too large."""
    allowance = Allowance(name, source.stat().st_size, limits)
    with _explained(name, "gzip"), gzip.open(source, "rb") as stream:
        return _copy(stream, scratch, name, allowance)


def unzip(source: Path, name: str, scratch: Path, limits: Limits) -> Iterator[tuple[str, Path | InputError]]:
    """Yield each member's name with its unpacked copy, or with what is wrong with that member alone.

    A member's name is only shown, never used as a place. Folders and hidden files are passed over. Raises InputError
    when the archive as a whole is broken, encrypted or beyond a limit.
    """
    allowance = Allowance(name, source.stat().st_size, limits)
    with _explained(name, "zip"), zipfile.ZipFile(source) as archive:
        members = archive.infolist()
        if len(members) > limits.archive_members:
            raise InputError(
                f"{name}: it has {len(members):,} members, more than the limit archive_members of {limits.archive_members:,}. "
                "Pack fewer files together, or unpack it yourself and import the folder."
            )
        for member in members:
            parts = PurePosixPath(member.filename).parts
            if member.is_dir() or any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts):
                continue
            shown = f"{name} › {member.filename}"
            before = allowance.unpacked_bytes
            try:
                with _explained(shown, "zip"), archive.open(member) as stream:
                    copy = _copy(stream, scratch, member.filename, allowance)
            except InputError as problem:
                if str(problem).startswith(f"{name}:"):
                    raise
                allowance.unpacked_bytes = before
                yield member.filename, problem
            else:
                yield member.filename, copy


def new_file(scratch: Path, name: str) -> Path:
    """Make an empty file in the scratch folder whose name reminds of ``name`` and is nobody else's."""
    with on_disk(scratch):
        scratch.mkdir(parents=True, exist_ok=True)
        tame = re.sub(r"[^A-Za-z0-9._-]", "_", PurePosixPath(name).name)[-60:].lstrip(".")
        handle, path = tempfile.mkstemp(prefix="", suffix=f"-{tame}", dir=scratch)
        os.close(handle)
        return Path(path)


@contextmanager
def on_disk(place: Path) -> Iterator[None]:
    """Turn a disk that is full or not ours to write to into a StorageError that says so."""
    try:
        yield
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageError(
                f"{place}: the disk is full. Free some space and import again; nothing was stored."
            ) from problem
        if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StorageError(
                f"{place}: Clew may not write here. Give it permission, or choose another workspace."
            ) from problem
        raise


@contextmanager
def _explained(name: str, kind: str) -> Iterator[None]:
    try:
        yield
    except EOFError as problem:
        raise InputError(f"{name}: the {kind} file ends too early. {MEND}.") from problem
    except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as problem:
        raise InputError(f"{name}: the {kind} file is broken. {MEND}.") from problem
    except NotImplementedError as problem:
        raise InputError(
            f"{name}: it is packed in a way Clew can't unpack. Pack it again as an ordinary {kind}."
        ) from problem
    except RuntimeError as problem:
        if "password" not in str(problem) and "encrypted" not in str(problem):
            raise
        raise InputError(
            f"{name}: it is locked with a password. Unpack it yourself and import what was in it."
        ) from problem


def _copy(stream: IO[bytes] | gzip.GzipFile, scratch: Path, name: str, allowance: Allowance) -> Path:
    target = new_file(scratch, name)
    try:
        with on_disk(scratch), target.open("wb") as out:
            while chunk := stream.read(CHUNK_BYTES):
                allowance.take(len(chunk))
                out.write(chunk)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target
