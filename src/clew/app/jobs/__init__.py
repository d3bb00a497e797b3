"""Jobs: whatever takes longer than a moment runs in a process of its own, is seen by everybody, and survives a restart."""

from clew.app.jobs.job import FileProgress, Job, JobProgress, Stage
from clew.app.jobs.kind import Kind, known_kinds, ordered
from clew.app.jobs.queue import add_job, cancel_job, find_job, jobs
from clew.app.jobs.runner import Runner
from clew.app.jobs.used_files import jobs_that_need

__all__ = [
    "FileProgress",
    "Job",
    "JobProgress",
    "Kind",
    "Runner",
    "Stage",
    "add_job",
    "cancel_job",
    "find_job",
    "jobs",
    "jobs_that_need",
    "known_kinds",
    "ordered",
]
