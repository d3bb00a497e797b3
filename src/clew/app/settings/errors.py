"""The error of a setting that can't be used."""

from __future__ import annotations

from clew.model import WorkspaceError


class SettingError(WorkspaceError):
    """One setting can't be used; ``place`` is its name in ``clew.toml``, such as ``windows.repeat_days``."""

    def __init__(self, place: str, sentence: str) -> None:
        """Say what is wrong with it, what was expected and what to do."""
        super().__init__(sentence)
        self.place = place
