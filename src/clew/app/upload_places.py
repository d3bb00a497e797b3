"""Where the files of an upload lie: wherever it runs, inside their folder, plain to see and openable, whatever they are called."""

from __future__ import annotations

import re
import unicodedata
import uuid
from pathlib import PurePosixPath

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
#: Categories of characters that nobody sees, such as those that turn the direction of writing (a name that lies about its ending).
_UNSEEN = frozenset(("Cf", "Zl", "Zp"))
#: Windows takes these for devices, whatever ending follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_LONGEST_PART_BYTES = 180
_DEEPEST = 12


def safe_place(name: str) -> str:
    r"""Return where a file of this name may lie below the upload's folder: never outside of it, never hidden.

    >>> safe_place("exports/2026/calls.csv"), safe_place("../../etc/passwd"), safe_place("C:\\x\\.tickets.csv")
    ('exports/2026/calls.csv', 'etc/passwd', 'C_/x/_tickets.csv')
    """
    plain = unicodedata.normalize("NFC", name).encode("utf-8", "replace").decode()
    parts = [part for part in PurePosixPath(plain.replace("\\", "/")).parts if part not in ("/", ".", "..", "")]
    return "/".join(_safe_part(part) for part in parts[-_DEEPEST:]) or "file"


def _safe_part(part: str) -> str:
    shown = "".join(letter for letter in part if unicodedata.category(letter) not in _UNSEEN)
    part = _FORBIDDEN.sub("_", shown).strip()
    if part.startswith("."):
        part = "_" + part.lstrip(".")
    if len(part.encode()) > _LONGEST_PART_BYTES:
        ending = PurePosixPath(part).suffix[:20]
        room = _LONGEST_PART_BYTES - len(ending.encode())
        part = part.encode()[:room].decode(errors="ignore") + ending
    part = part.rstrip(" .") or "_"
    return "_" + part if _DEVICE.fullmatch(part.split(".")[0].strip()) else part


def free_place(place: str, taken: set[str], most: int) -> str:
    """Return a place that no other file has, nor has as a folder; letter case doesn't tell two apart."""
    lower = {each.lower() for each in taken}
    path = PurePosixPath(place)
    for number in range(1, most + 2):
        stem = path.stem if number == 1 else f"{path.stem} ({number})"
        found = str(path.with_name(stem + path.suffix))
        inside = any(each.startswith(found.lower() + "/") or found.lower().startswith(each + "/") for each in lower)
        if found.lower() not in lower and not inside:
            return found
    return f"{uuid.uuid4().hex}{path.suffix}"
