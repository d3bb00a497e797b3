"""Which uploads and kept rows are still needed: by jobs to come, or by a person who hasn't decided yet."""

from __future__ import annotations

import time

from clew.app.jobs.job import Job
from clew.app.jobs.queue import find_job, jobs_in
from clew.app.proposing.samples import forget_samples, kept_looks
from clew.app.uploads import KEPT_SECONDS, remove_upload, uploads
from clew.app.workspace import Workspace
from clew.store import Journal


def jobs_that_need(journal: Journal, upload_id: str) -> list[Job]:
    """Return the jobs that wait or run and read this upload."""
    return [job for job in jobs_in(journal, "waiting", "running") if _upload_of(journal, job) == upload_id]


def forget_used(workspace: Workspace) -> None:
    """Remove uploads that were imported or are older than a week, and the rows that were kept to show them."""
    journal = workspace.journal
    oldest_s = time.time() - KEPT_SECONDS
    imported = [job for job in jobs_in(journal, "done") if job.kind == "import"]
    used = {_upload_of(journal, job) for job in imported}
    for upload in uploads(workspace):
        if (upload.id in used or upload.created_s < oldest_s) and not jobs_that_need(journal, upload.id):
            remove_upload(workspace, upload.id)
    looks = {str(job.order.get("look")) for job in imported}
    needed = {str(job.order.get("look")) for job in jobs_in(journal, "waiting", "running")}
    for look_id in kept_looks(workspace):
        look = find_job(journal, look_id)
        if look_id not in needed and (look_id in looks or look is None or look.created_us < oldest_s * 1e6):
            forget_samples(workspace, look_id)


def _upload_of(journal: Journal, job: Job) -> str:
    if job.kind == "import":
        look = find_job(journal, str(job.order.get("look")))
        return _upload_of(journal, look) if look is not None and look.kind == "look" else ""
    return str(job.order.get("upload") or "")
