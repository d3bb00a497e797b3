"""Holds the view of the newest build, and loads the next one beside it, so that reading never waits."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from clew.app.view.view import View
from clew.app.view.warm import warm
from clew.app.workspace import Workspace
from clew.model import ClewError
from clew.store import Build, latest_build

log = logging.getLogger("clew.views")

#: A build that couldn't be opened is tried again after so long.
_AGAIN_SECONDS = 10


@dataclass(frozen=True)
class Opening:
    """Why there is no view yet: nothing was ever ``unbuilt``, or it is being loaded (``what`` says which part)."""

    state: Literal["unbuilt", "opening", "failed"]
    what: str = ""


class Views:
    """The current view of a workspace; a newer build is loaded in a thread of its own and then swapped in."""

    def __init__(self, workspace: Workspace) -> None:
        """Remember the workspace; nothing is loaded yet."""
        self._workspace = workspace
        self._lock = threading.Lock()
        self._view: View | None = None
        self._older: View | None = None
        self._loading: threading.Thread | None = None
        self._wanted: str | None = None
        self._what = ""
        self._failed = ""
        self._again_from = 0.0

    def current(self) -> View | Opening:
        """Return the newest view that is loaded; begins to load a newer one where the journal names one."""
        build = latest_build(self._workspace.journal)
        if build is None:
            return Opening("unbuilt")
        with self._lock:
            if self._is_due(build) and (self._loading is None or not self._loading.is_alive()):
                self._wanted = build.folder
                self._loading = threading.Thread(target=self._load, args=(build,), name="clew-view", daemon=True)
                self._loading.start()
            if self._view is not None and self._view.is_whole():
                return self._view
            return Opening("failed", self._failed) if self._failed else Opening("opening", self._what)

    def wait(self, seconds: float = 60.0) -> View | Opening:
        """Return the newest view, waiting until it is loaded."""
        self.current()
        thread = self._loading
        if thread is not None:
            thread.join(seconds)
        return self.current()

    def close(self) -> None:
        """Let go of every view, once the one that is being loaded is there."""
        if self._loading is not None:
            self._loading.join()
        for view in (self._view, self._older):
            if view is not None:
                view.close()
        self._view = self._older = None

    def _is_due(self, build: Build) -> bool:
        """Whether to load the build: nobody has begun to, or what is there can't be read and the last failure is a while ago."""
        if self._wanted != build.folder:
            return True
        readable = self._view is not None and self._view.is_whole()
        return not readable and time.monotonic() >= self._again_from

    def _load(self, build: Build) -> None:
        try:
            view = View(Workspace(self._workspace.folder), build, self._tell)
            warm(view, self._tell)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page has to say that it failed
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
            log.error("A view could not be opened: %s", where)
            with self._lock:
                self._failed = str(error) if isinstance(error, ClewError) else where
                self._again_from = time.monotonic() + _AGAIN_SECONDS
            return
        with self._lock:
            # The one before stays open for the requests that still read it; the one before that has none left.
            older, self._older, self._view, self._failed = self._older, self._view, view, ""
        if older is not None:
            older.close()

    def _tell(self, what: str) -> None:
        self._what = what
