"""Finds the tables in what a person names: files, folders, patterns, and what is packed inside them."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clew.channels.reading.contract import Format, InputFile, Limits, Reading
from clew.channels.reading.encoding import take_fingerprint, transcode
from clew.channels.reading.formats import READABLE, UnrecognisedError, recognise
from clew.channels.reading.unpack import gunzip, new_file, on_disk, unzip
from clew.model.errors import InputError

OnProgress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Refused:
    """Something found in a folder, pattern or archive that was not taken: its name, why not, and what can be done."""

    name: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class Discovery:
    """All tables that were found, in the order of the paths given (folders and archives by name), and what was refused."""

    files: tuple[InputFile, ...]
    refused: tuple[Refused, ...]


def discover(
    paths: Sequence[str | Path],
    scratch: Path,
    limits: Limits = Limits(),  # noqa: B008 - frozen, hence safe to share
    reading: Reading = Reading(),  # noqa: B008
    on_progress: OnProgress | None = None,
) -> Discovery:
    """Find every table in ``paths``: files, folders (with all below them, hidden ones left out) and patterns with ``*``.

    Archives are unpacked, and text that isn't UTF-8 is rewritten, into ``scratch``; it must live as long as the files are
    read. Every file's bytes are read once for its fingerprint; ``on_progress`` hears (name, bytes done, bytes in all).
    The fingerprint is that of the unpacked content, so a table packed or not, or renamed, is the same file; a sheet's is
    made of its workbook's and its own name.

    A file that was named itself raises InputError when it can't be read; one from a folder, pattern or archive becomes
    Refused, so that the others can be imported, unless none can. StorageError when ``scratch`` can't be written.
    """
    search = _Search(scratch, limits, reading, on_progress)
    for given in paths:
        search.take(str(given))
    return Discovery(tuple(search.files), tuple(search.refused))


class _Search:
    """One run of :func:`discover`: what it may do, what it has found so far."""

    def __init__(self, scratch: Path, limits: Limits, reading: Reading, on_progress: OnProgress | None) -> None:
        self.scratch, self.limits, self.reading, self.on_progress = scratch, limits, reading, on_progress
        self.files: list[InputFile] = []
        self.refused: list[Refused] = []
        self.seen: set[Path] = set()

    def take(self, given: str) -> None:
        try:
            self._take_path(given, Path(given).expanduser())
        except PermissionError:
            raise InputError(
                f"{given}: Clew may not look into its folder. Give yourself permission (chmod u+rx)."
            ) from None

    def _take_path(self, given: str, path: Path) -> None:
        if path.is_dir():
            self._take_all(list(self._walk(path)), f"{given}: the folder")
        elif path.exists():
            self._take_named(path, path.name, path, named=True)
        elif glob.has_magic(given):
            found = sorted(Path(match) for match in glob.glob(str(path), recursive=True))  # noqa: PTH207 - may be absolute
            inside = [
                pair for match in found for pair in (self._walk(match) if match.is_dir() else [(match, match.name)])
            ]
            self._take_all(inside, f"{given}: the pattern")
        else:
            raise InputError(f"{given}: there is no such file or folder. Check the spelling, seen from {_here()}.")

    def _walk(self, folder: Path) -> Iterator[tuple[Path, str]]:
        """Every visible file below a folder, sorted, with the name that people see: the folder's own in front."""
        shown = folder.resolve().name

        def name_of(path: Path) -> str:
            return str(PurePosixPath(shown, *path.relative_to(folder).parts))

        def closed(problem: OSError) -> None:
            name = name_of(Path(problem.filename))
            self.refused.append(Refused(name, "Clew may not look into it", "Give yourself permission (chmod u+rx)."))

        for place, folders, names in os.walk(folder, onerror=closed):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield Path(place) / name, name_of(Path(place) / name)

    def _take_all(self, found: list[tuple[Path, str]], what: str) -> None:
        if not found:
            raise InputError(f"{what} holds no file. Clew reads {READABLE}.")
        files, refused = len(self.files), len(self.refused)
        known = len(self.seen)
        for path, name in found:
            self._take_or_refuse(path, name, path, named=False)
        if len(self.files) == files and len(self.seen) > known:
            first = self.refused[refused] if len(self.refused) > refused else None
            why = f" The first, {first.name}: {first.reason}. {first.remedy}" if first else ""
            raise InputError(f"{what} holds no file that can be read.{why}")

    def _take_or_refuse(self, path: Path, name: str, local: Path, named: bool) -> None:
        kept = len(self.files)
        try:
            self._take_named(path, name, local, named)
        except InputError as problem:
            del self.files[kept:]
            self.refused.append(_refusal(name, problem))

    def _take_named(self, path: Path, name: str, local: Path, named: bool) -> None:
        if local == path:
            if path.resolve() in self.seen:
                return
            self.seen.add(path.resolve())
        self._check_readable(local, name)
        ending = PurePosixPath(name.lower()).suffix
        try:
            kind = recognise(local, ending, named)
        except UnrecognisedError as problem:
            raise InputError(f"{name}: {problem}. Clew reads {READABLE}.") from None
        if kind == "gzip":
            inner = name[:-3] if ending == ".gz" else name
            self._take_unpacked(path, name, inner, gunzip(local, name, self.scratch, self.limits), named)
        elif kind == "zip":
            self._take_members(path, name, local)
        elif kind == "excel":
            self._take_sheets(path, name, local)
        else:
            self._add(path, name, local, kind)

    def _check_readable(self, local: Path, name: str) -> None:
        if not local.is_file():
            raise InputError(f"{name}: it is no ordinary file. Save what it gives into a file and import that.")
        try:
            with local.open("rb") as stream:
                head = stream.read(4096)
        except PermissionError:
            raise InputError(f"{name}: Clew may not read it. Give yourself permission to read (chmod u+r).") from None
        except OSError as problem:
            raise InputError(
                f"{name}: it can't be read ({problem.strerror}). Copy it to this machine and try again."
            ) from None
        if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0") and local.stat().st_size <= 4096:
            raise InputError(f"{name}: the file is empty. Export it again; at least a header was expected.")

    def _take_unpacked(self, path: Path, shown: str, inner: str, local: Path, named: bool) -> None:
        self._check_readable(local, shown)
        try:
            kind = recognise(local, PurePosixPath(inner.lower()).suffix, named)
        except UnrecognisedError as problem:
            raise InputError(f"{shown}: {problem}. Clew reads {READABLE}.") from None
        if kind in ("gzip", "zip"):
            raise InputError(
                f"{shown}: it is an archive inside an archive. Unpack the outer one and import what was in it."
            )
        if kind == "excel":
            self._take_sheets(path, shown, local, inner)
        else:
            self._add(path, shown, local, kind, inner)

    def _take_members(self, path: Path, name: str, local: Path) -> None:
        kept, refused = len(self.files), len(self.refused)
        for member, content in unzip(local, name, self.scratch, self.limits):
            shown = f"{name} › {member}"
            try:
                if isinstance(content, InputError):
                    raise content
                if member.lower().endswith(".gz"):
                    content = gunzip(content, shown, self.scratch, self.limits)
                    member = member[:-3]
                self._take_unpacked(path, shown, member, content, named=False)
            except InputError as problem:
                self.refused.append(_refusal(shown, problem))
        if len(self.files) == kept:
            first = self.refused[refused] if len(self.refused) > refused else None
            del self.refused[refused:]
            why = f" {first.name}: {first.reason}. {first.remedy}" if first else f" Clew reads {READABLE}."
            raise InputError(f"{name}: the archive holds no file that can be read.{why}")

    def _take_sheets(self, path: Path, name: str, local: Path, inner: str | None = None) -> None:
        from clew.channels.reading.excel import sheets_of

        fingerprint = take_fingerprint(local, name, text=False)
        for sheet, stem in sheets_of(local, name, _stem(inner or name), self.reading.sheet, self.limits):
            digest = hashlib.sha256(f"{fingerprint.digest}\0{sheet}".encode()).hexdigest()
            shown = f"{name} › {sheet}"
            self.files.append(InputFile(path, shown, stem, "excel", digest, fingerprint.bytes, local, sheet=sheet))

    def _add(self, path: Path, name: str, local: Path, kind: Format, inner: str | None = None) -> None:
        total = local.stat().st_size

        def on_bytes(done: int) -> None:
            if self.on_progress:
                self.on_progress(name, done, total)

        text = kind in ("csv", "tsv", "json", "jsonl")
        found = take_fingerprint(local, name, self.reading.encoding, text, on_bytes)
        if found.encoding != "utf-8":
            copy = new_file(self.scratch, inner or name)
            with on_disk(self.scratch):
                transcode(local, copy, found.encoding, name)
            local = copy
        stem = _stem(inner or name)
        self.files.append(InputFile(path, name, stem, kind, found.digest, found.bytes, local, found.encoding))


def _stem(name: str) -> str:
    """The table's name: no folders, no endings that say how it is written or packed, in lower case."""
    stem = PurePosixPath(name.lower()).name
    for ending in (".gz", ".zip"):
        stem = stem.removesuffix(ending)
    return PurePosixPath(stem).stem


def _refusal(name: str, problem: InputError) -> Refused:
    """Part an error's sentences: what happened is the reason, the rest the remedy."""
    reason, _, remedy = str(problem).removeprefix(f"{name}: ").partition(". ")
    return Refused(name, reason.rstrip("."), remedy or f"Clew reads {READABLE}.")


def _here() -> str:
    return "the folder where the command runs"
