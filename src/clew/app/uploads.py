"""Files that a browser hands over: kept in the workspace until they are imported, a week at most."""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
import time
import unicodedata
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from clew.app.workspace import Workspace
from clew.model import UsageError
from clew.store import explained

#: What one upload may hold in all, unless CLEW_UPLOAD_LIMIT_MB says otherwise.
LIMIT_MB = 20_000
#: Uploads that nobody imported are removed after this long.
KEPT_SECONDS = 7 * 86_400
MOST_FILES = 10_000
_INDEX = "upload.json"
_ID = re.compile(r"[0-9a-f]{32}")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_LONGEST_PART_BYTES = 180
_DEEPEST = 12
_writing = threading.Lock()


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


def keep_file(workspace: Workspace, upload: Upload, name: str, partial: Path) -> UploadedFile:
    """Make a file that came in whole part of its upload, in place of an earlier one of the same name; UsageError for too many."""
    size = partial.stat().st_size
    with _writing, explained(upload.folder):
        now = find_upload(workspace, upload.id)
        if now is None:
            raise UsageError("The upload was removed meanwhile. Begin again.")
        others = [file for file in now.files if file.name != name]
        earlier = next((file for file in now.files if file.name == name), None)
        if len(others) >= MOST_FILES:
            raise UsageError(f"An upload holds at most {MOST_FILES:,} files. Pack them into an archive.")
        place = earlier.place if earlier else _free_place(safe_place(name), {file.place for file in others})
        kept = UploadedFile(name, place, size)
        target = upload.content / place
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.replace(target)
        _write_index(upload.folder, now.created_s, (*others, kept))
    return kept


def remove_upload(workspace: Workspace, upload_id: str) -> None:
    """Remove an upload with all its files."""
    if _ID.fullmatch(upload_id):
        shutil.rmtree(_folder(workspace, upload_id), ignore_errors=True)


def uploads(workspace: Workspace) -> list[Upload]:
    """Return all uploads that are here."""
    folder = workspace.store / "uploads"
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [upload for name in names if (upload := find_upload(workspace, name)) is not None]


def safe_place(name: str) -> str:
    r"""Return where a file of this name may lie below the upload's folder: never outside of it, never hidden.

    >>> safe_place("exports/2026/calls.csv"), safe_place("../../etc/passwd"), safe_place("C:\\x\\.tickets.csv")
    ('exports/2026/calls.csv', 'etc/passwd', 'C_/x/_tickets.csv')
    """
    plain = unicodedata.normalize("NFC", name).encode("utf-8", "replace").decode()
    parts = [part for part in PurePosixPath(plain.replace("\\", "/")).parts if part not in ("/", ".", "..", "")]
    return "/".join(_safe_part(part) for part in parts[-_DEEPEST:]) or "file"


def _safe_part(part: str) -> str:
    part = _FORBIDDEN.sub("_", part).strip() or "_"
    if part.startswith("."):
        part = "_" + part.lstrip(".")
    if len(part.encode()) > _LONGEST_PART_BYTES:
        ending = PurePosixPath(part).suffix[:20]
        room = _LONGEST_PART_BYTES - len(ending.encode())
        part = part.encode()[:room].decode(errors="ignore") + ending
    return part


def _free_place(place: str, taken: set[str]) -> str:
    """Return a place that no other file has, nor has as a folder; letter case doesn't tell two apart."""
    lower = {each.lower() for each in taken}
    path = PurePosixPath(place)
    for number in range(1, MOST_FILES + 2):
        stem = path.stem if number == 1 else f"{path.stem} ({number})"
        found = str(path.with_name(stem + path.suffix))
        inside = any(each.startswith(found.lower() + "/") or found.lower().startswith(each + "/") for each in lower)
        if found.lower() not in lower and not inside:
            return found
    return f"{uuid.uuid4().hex}{path.suffix}"


def _folder(workspace: Workspace, upload_id: str) -> Path:
    return workspace.store / "uploads" / upload_id


def _write_index(folder: Path, created_s: float, files: tuple[UploadedFile, ...]) -> None:
    draft = folder / f"{_INDEX}.tmp"
    draft.write_text(json.dumps({"created_s": created_s, "files": [asdict(file) for file in files]}), encoding="utf-8")
    draft.replace(folder / _INDEX)
