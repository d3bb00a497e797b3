"""Finds the workspace to serve, and makes one where nobody has any yet."""

from __future__ import annotations

from pathlib import Path

from clew.app.settings.file import SETTINGS_FILE
from clew.app.workspace import Workspace, create_workspace, find_workspace
from clew.model import WorkspaceError

#: What a first workspace is called when nobody names one.
FIRST_WORKSPACE = "clew-workspace"


def workspace_to_serve(named: Path | None = None, start: Path | None = None) -> tuple[Workspace, bool]:
    """Return the workspace, and whether it was made just now.

    That is the named folder, which is made a workspace while it is absent or empty; else the nearest one upward from
    ``start``; else ``clew-workspace`` below it. WorkspaceError for a folder that holds something else.
    """
    if named is None:
        here = start or Path.cwd()
        try:
            return find_workspace(start=here), False
        except WorkspaceError:
            if any((folder / SETTINGS_FILE).is_file() for folder in (here.resolve(), *here.resolve().parents)):
                raise  # there is one, and it says what is wrong with it
        named = here / FIRST_WORKSPACE
    if (named / SETTINGS_FILE).is_file():
        return Workspace(named), False
    if named.exists() and (not named.is_dir() or any(named.iterdir())):
        raise WorkspaceError(
            f"{named} holds something that is no workspace of Clew's. Name an empty folder or one that isn't there yet, or "
            f"make it a workspace with 'clew init {named}'."
        )
    return create_workspace(named), True
