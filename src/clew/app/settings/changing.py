"""Changes a workspace's settings from the page: checked like the file, written with comments, with a way back."""

from __future__ import annotations

import hashlib
import os
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path

from clew.app.settings.checks import SettingError, check_settings
from clew.app.settings.file import SETTINGS_FILE, read_settings, settings_of
from clew.app.settings.text import settings_text
from clew.app.workspace import Workspace
from clew.model import Settings
from clew.store import explained

#: The file as a person last wrote it; Clew's own writing never replaces it.
KEPT_FILE = SETTINGS_FILE + ".before"
_ONE_AT_A_TIME = threading.Lock()


def settings_now(workspace: Workspace) -> tuple[Settings, str]:
    """Return the settings that stand in the file just now and the digest of it; the workspace has them from here on."""
    path = workspace.folder / SETTINGS_FILE
    with explained(workspace.folder):
        written = path.read_bytes()
    settings = read_settings(path)
    if settings != workspace.settings:
        workspace.settings = settings
    return settings, hashlib.sha256(written).hexdigest()[:24]


def written_by_hand(workspace: Workspace) -> bool:
    """Whether the file says more than Clew would write: a person's comments or order, which are kept aside on a change."""
    path = workspace.folder / SETTINGS_FILE
    return path.read_text(encoding="utf-8") != settings_text(read_settings(path))


def change_settings(workspace: Workspace, wanted: Settings, check: Callable[[str], None] = lambda _digest: None) -> str:
    """Write the settings and return the new digest; SettingError names the first that can't be used.

    ``check`` hears the digest of the file that would be replaced, and raises where it isn't the expected one. A file that
    a person wrote is kept as ``clew.toml.before``.
    """
    check_settings(wanted)
    text = settings_text(wanted)
    if settings_of(tomllib.loads(text)) != wanted:
        raise SettingError("", "These settings can't be written into clew.toml. Please report it.")
    path = workspace.folder / SETTINGS_FILE
    with _ONE_AT_A_TIME, explained(workspace.folder):
        _settings, digest = settings_now(workspace)
        check(digest)
        if written_by_hand(workspace):
            _write(path.read_text(encoding="utf-8"), workspace.folder / KEPT_FILE)
        _write(text, path)
        workspace.settings = wanted
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _write(text: str, path: Path) -> None:
    """Replace a file in one go, so that a crash leaves the old one or the new one."""
    draft = path.with_name(path.name + ".draft")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
