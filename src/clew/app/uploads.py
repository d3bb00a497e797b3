"""Files that a browser hands over: kept in the workspace until they are imported, a week at most."""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from clew.app.upload_places import free_place, safe_place
from clew.app.workspace import Workspace
from clew.model import InputError, UsageError
from clew.store import explained

#: What one upload may hold in all, unless CLEW_UPLOAD_LIMIT_MB says otherwise.
LIMIT_MB = 20_000
#: Uploads that nobody imported are removed after this long.
KEPT_SECONDS = 7 * 86_400
MOST_FILES = 10_000
_INDEX = "upload.json"
_GONE = "The upload was removed meanwhile. Hand the files over again."
_ID = re.compile(r"[0-9a-f]{32}")
_writing = threading.Lock()


class UploadGoneError(InputError):
    """The upload was removed while a file of it came in."""


class UploadFullError(InputError):
    """The upload would hold more than one may."""


@dataclass(frozen=True)
class UploadedFile:
    """One file: its name as the browser gave it (to be shown, never to be opened), where it lies, its size."""

    name: str
    place: str
    bytes: int


@dataclass(frozen=True)
class Upload:
    """Files that were handed over together."""

    id: str
    folder: Path
    created_s: float
    files: tuple[UploadedFile, ...]

    @property
    def bytes(self) -> int:
        """How large it is in all."""
        return sum(file.bytes for file in self.files)

    def room_for(self, name: str) -> int:
        """How large a file of this name may be; an earlier one of the same name gives way."""
        return limit_bytes() - sum(file.bytes for file in self.files if file.name != name)

    @property
    def content(self) -> Path:
        """The folder that holds the files as they were handed over."""
        return self.folder / "files"


def limit_bytes() -> int:
    """Return how large an upload may be in all."""
    named = os.environ.get("CLEW_UPLOAD_LIMIT_MB", "")
    return (int(named) if named.isdigit() else LIMIT_MB) * 1_000_000


def new_upload(workspace: Workspace) -> Upload:
    """Make room for files."""
    upload = Upload(uuid.uuid4().hex, Path(), time.time(), ())
    folder = _folder(workspace, upload.id)
    with explained(folder):
        (folder / "files").mkdir(parents=True)
        _write_index(folder, upload.created_s, ())
    return Upload(upload.id, folder, upload.created_s, ())


def find_upload(workspace: Workspace, upload_id: str) -> Upload | None:
    """Return an upload, or None where there is none of this id (any more)."""
    if not _ID.fullmatch(upload_id):
        return None
    folder = _folder(workspace, upload_id)
    try:
        content = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    files = tuple(UploadedFile(**each) for each in content["files"])
    return Upload(upload_id, folder, content["created_s"], files)


def partial_file(upload: Upload) -> Path:
    """Return where to write a file while it comes in; what is left there counts for nothing."""
    return upload.folder / f"partial-{uuid.uuid4().hex}"


def keep_file(
    workspace: Workspace, upload: Upload, name: str, partial: Path, check: Callable[[], None] = lambda: None
) -> UploadedFile:
    """Make a file that came in whole part of its upload, in place of an earlier one of the same name.

    Raises UploadGoneError, UploadFullError, or UsageError for too many; ``check`` may raise, too. As several files come in at
    once, all of it is asked when a file is whole, one after another.
    """
    with _writing, explained(upload.folder), still_there():
        check()
        size = partial.stat().st_size
        now = find_upload(workspace, upload.id)
        if now is None:
            raise UploadGoneError(_GONE)
        if size > now.room_for(name):
            raise UploadFullError("An upload can't hold so much in all.")
        others = [file for file in now.files if file.name != name]
        earlier = next((file for file in now.files if file.name == name), None)
        if len(others) >= MOST_FILES:
            raise UsageError(f"An upload holds at most {MOST_FILES:,} files. Pack them into an archive.")
        place = earlier.place if earlier else free_place(safe_place(name), {file.place for file in others}, MOST_FILES)
        kept = UploadedFile(name, place, size)
        target = upload.content / place
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.replace(target)
        _write_index(upload.folder, now.created_s, (*others, kept))
    return kept


@contextmanager
def still_there() -> Iterator[None]:
    """Turn what the disk says of a folder that was removed meanwhile into UploadGoneError."""
    try:
        yield
    except FileNotFoundError as error:
        raise UploadGoneError(_GONE) from error


def remove_upload(workspace: Workspace, upload_id: str) -> None:
    """Remove an upload with all its files."""
    if _ID.fullmatch(upload_id):
        with _writing:
            shutil.rmtree(_folder(workspace, upload_id), ignore_errors=True)


def uploads(workspace: Workspace) -> list[Upload]:
    """Return all uploads that are here."""
    folder = workspace.store / "uploads"
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [upload for name in names if (upload := find_upload(workspace, name)) is not None]


def _folder(workspace: Workspace, upload_id: str) -> Path:
    return workspace.store / "uploads" / upload_id


def _write_index(folder: Path, created_s: float, files: tuple[UploadedFile, ...]) -> None:
    draft = folder / f"{_INDEX}.tmp"
    draft.write_text(json.dumps({"created_s": created_s, "files": [asdict(file) for file in files]}), encoding="utf-8")
    draft.replace(folder / _INDEX)
