"""Writes down how far a job is, at most four times a second, and ends the job where it was cancelled."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from clew.app.jobs.job import JobProgress
from clew.app.jobs.queue import note_progress
from clew.model import StorageError
from clew.store import Journal

EVERY_SECONDS = 0.25


class CancelledError(Exception):
    """The job was cancelled: stop here."""


class Reporter:
    """Hears of a job's progress; ``now`` gives seconds."""

    def __init__(self, journal: Journal, job_id: str, now: Callable[[], float] = time.monotonic) -> None:
        """Report about this job."""
        self._journal = journal
        self._job_id = job_id
        self._now = now
        self._written = -EVERY_SECONDS
        self._latest: JobProgress | None = None
        self._stage = ""

    def __call__(self, progress: JobProgress) -> None:
        """Write it down, unless that was done a moment ago; CancelledError where nobody wants the job any more."""
        self._latest = progress
        if progress.stage != self._stage or self._now() - self._written >= EVERY_SECONDS:
            self._stage = progress.stage
            self.flush()

    def flush(self) -> None:
        """Write down the latest."""
        if self._latest is None:
            return
        self._written = self._now()
        progress, self._latest = self._latest, None
        there = True
        # A progress that can't be written down is no reason to stop the work; the work itself will say so.
        with suppress(StorageError):
            there = note_progress(self._journal, self._job_id, progress)
        if not there:
            raise CancelledError
