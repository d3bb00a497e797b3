"""The mappings that sources are read by: the files under mappings/, else those of the last import."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clew.app.mappings.draft import Drafted, checked_text, source_flaw
from clew.app.whole_file import write_whole
from clew.app.workspace import Workspace
from clew.channels import ledger_lines
from clew.store import explained

_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class SavedMapping:
    """One source's mapping: its text, what was made of it, and whether a file holds it."""

    source: str
    text: str
    drafted: Drafted
    saved: bool

    @property
    def digest(self) -> str:
        """What tells this version from others."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def saved_mappings(workspace: Workspace) -> list[SavedMapping]:
    """Return the mappings of all sources, by their names."""
    names = {path.stem for path in (workspace.folder / "mappings").glob("*.toml")}
    names |= {line.source for line in ledger_lines(workspace.journal) if line.mapping_text}
    return [found for name in sorted(names) if (found := find_mapping(workspace, name)) is not None]


def find_mapping(workspace: Workspace, source: str) -> SavedMapping | None:
    """Return one source's mapping, or None where there is none."""
    if not source or source_flaw(source):
        return None
    path = _path(workspace, source)
    with explained(path):
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
    if text is not None:
        return SavedMapping(source, text, checked_text(text, None, path.name), saved=True)
    lines = [line for line in ledger_lines(workspace.journal) if line.source == source and line.mapping_text]
    if not lines:
        return None
    return SavedMapping(source, lines[-1].mapping_text, checked_text(lines[-1].mapping_text, None, source), saved=False)


def change_mapping(
    workspace: Workspace, source: str, text: str, check: Callable[[SavedMapping | None], None]
) -> SavedMapping:
    """Write one source's mapping, whole or not at all.

    ``check`` hears the one that would be replaced, and raises where it isn't the expected one; nobody changes it between.
    """
    path = _path(workspace, source)
    with _ONE_AT_A_TIME, explained(path.parent):
        check(find_mapping(workspace, source))
        path.parent.mkdir(exist_ok=True)
        write_whole(path, text.encode())
    return SavedMapping(source, text, checked_text(text, None, path.name), saved=True)


def _path(workspace: Workspace, source: str) -> Path:
    return workspace.folder / "mappings" / f"{source}.toml"
