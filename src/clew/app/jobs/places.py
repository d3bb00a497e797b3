"""Where a job keeps what it needs while it runs, and how to tell whether its process is still there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.app.lock import held_lock
from clew.app.workspace import Workspace
from clew.store import explained


def jobs_folder(workspace: Workspace) -> Path:
    """Return where all jobs keep what they need."""
    return workspace.store / "jobs"


@contextmanager
def at_work(workspace: Workspace, job_id: str) -> Iterator[Path | None]:
    """Hold a job as its only process, and give it a folder of its own that is empty now and gone in the end.

    Gives None when another process has hold of it. The operating system lets go even when the process is killed.
    """
    with held_lock(_lock(workspace, job_id)) as ours:
        folder = jobs_folder(workspace) / job_id / "work"
        if not ours:
            yield None
            return
        with explained(folder):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def is_held(workspace: Workspace, job_id: str) -> bool:
    """Say whether a process has hold of this job."""
    if not _lock(workspace, job_id).is_file():
        return False
    with held_lock(_lock(workspace, job_id)) as ours:
        return not ours


def clear(workspace: Workspace, job_id: str) -> None:
    """Remove what a job that is over left behind."""
    shutil.rmtree(jobs_folder(workspace) / job_id, ignore_errors=True)


def _lock(workspace: Workspace, job_id: str) -> Path:
    return jobs_folder(workspace) / job_id / "process.lock"
