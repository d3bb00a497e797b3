"""Changes a workspace's settings from the page: checked like the file, written with comments, with a way back."""

from __future__ import annotations

import hashlib
import threading
import tomllib
from collections.abc import Callable
from dataclasses import dataclass

from clew.app.settings.checks import check_settings
from clew.app.settings.errors import SettingError
from clew.app.settings.file import SETTINGS_FILE, settings_in, settings_of, written_settings
from clew.app.settings.text import settings_text
from clew.app.whole_file import write_whole
from clew.app.workspace import Workspace
from clew.model import Settings
from clew.store import explained

#: The file as a person last wrote it; Clew's own writing never replaces it.
KEPT_FILE = SETTINGS_FILE + ".before"
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class SettingsNow:
    """What stands in the file just now, all of it from one reading."""

    settings: Settings
    written: bytes

    @property
    def digest(self) -> str:
        """What tells this version from others."""
        return hashlib.sha256(self.written).hexdigest()[:24]

    @property
    def by_hand(self) -> bool:
        """Whether it says more than Clew would write: a person's comments or order, which are kept aside on a change."""
        return self.written.replace(b"\r\n", b"\n") != settings_text(self.settings).encode()


def settings_now(workspace: Workspace) -> SettingsNow:
    """Return the settings that stand in the file just now; the workspace has them from here on. WorkspaceError where none do."""
    path = workspace.folder / SETTINGS_FILE
    written = written_settings(path)
    settings = settings_in(written, path)
    if settings != workspace.settings:
        workspace.settings = settings
    return SettingsNow(settings, written)


def change_settings(
    workspace: Workspace, wanted: Settings, check: Callable[[str], None] = lambda _digest: None
) -> SettingsNow:
    """Write the settings and return what stands there then; SettingError names the first that can't be used.

    ``check`` hears the digest of the file that would be replaced, and raises where it isn't the expected one. A file that
    a person wrote is kept as ``clew.toml.before``.
    """
    check_settings(wanted)
    text = settings_text(wanted)
    if settings_of(tomllib.loads(text)) != wanted:
        raise SettingError("", "These settings can't be written into clew.toml. Please report it.")
    with _ONE_AT_A_TIME, explained(workspace.folder):
        now = settings_now(workspace)
        check(now.digest)
        if now.by_hand:
            write_whole(workspace.folder / KEPT_FILE, now.written)
        write_whole(workspace.folder / SETTINGS_FILE, text.encode())
        workspace.settings = wanted
    return SettingsNow(wanted, text.encode())
