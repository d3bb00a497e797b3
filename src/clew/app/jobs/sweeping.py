"""Removes what jobs and uploads left behind that nobody will ask for again."""

from __future__ import annotations

from clew.app.jobs.places import clear, is_held, jobs_folder
from clew.app.jobs.queue import find_job
from clew.app.jobs.used_files import forget_used
from clew.app.lock import held_lock
from clew.app.workspace import Workspace


def sweep_parts(workspace: Workspace) -> None:
    """Remove the files of imports that were taken back or killed, unless somebody writes just now."""
    with held_lock(workspace.store / "writer.lock") as ours:
        if ours:
            workspace.sweep()


def sweep(workspace: Workspace) -> None:
    """Remove the folders of jobs that are over, and uploads that were imported or are older than a week."""
    forget_used(workspace)
    folder = jobs_folder(workspace)
    for left in folder.iterdir() if folder.is_dir() else ():
        job = find_job(workspace.journal, left.name)
        if (job is None or job.is_over) and not is_held(workspace, left.name):
            clear(workspace, left.name)
