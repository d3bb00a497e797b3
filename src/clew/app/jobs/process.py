"""The process of one job: does it, writes down how far it is, and ends when nobody waits for it any more."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path

from clew.app.jobs.job import Job, JobProgress
from clew.app.jobs.kind import Work, known_kinds
from clew.app.jobs.places import at_work
from clew.app.jobs.queue import find_job, finish, note_process, put_back
from clew.app.jobs.reporter import CancelledError, Reporter
from clew.app.workspace import Workspace
from clew.model import BusyError, ClewError

log = logging.getLogger("clew.jobs")

#: So often a job looks whether the server that began it is still there.
_WATCH_SECONDS = 0.5
#: Asked to stop, a job has so long to end by itself; a query that doesn't let go is ended with its process.
_GRACE_SECONDS = 10.0
_STOPPED = 128 + signal.SIGTERM
_asked_to_stop = threading.Event()


def main(folder: str, job_id: str, parent: str = "") -> None:
    """Do a job of the workspace in ``folder``; ``parent`` is the process to end with, where there is one."""
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_anyway, args=(_wakes(),), daemon=True).start()
    if parent:
        threading.Thread(target=_end_with, args=(int(parent),), daemon=True).start()
    workspace = Workspace(Path(folder))
    try:
        job = find_job(workspace.journal, job_id)
        if job is not None and job.state == "running":
            _do(workspace, job)
    finally:
        workspace.close()


def _do(workspace: Workspace, job: Job) -> None:
    journal = workspace.journal
    with at_work(workspace, job.id) as folder:
        if folder is None:  # it is being done by another process
            return
        note_process(journal, job.id, os.getpid())
        reporter = Reporter(journal, job.id)
        try:
            result = known_kinds()[job.kind].run(Work(workspace, job, folder, reporter))
            reporter.flush()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - the last place that can say so
            if _asked_to_stop.is_set():  # DuckDB reports a signal during a query as an error of its own
                sys.exit(_STOPPED)
            if isinstance(error, BusyError):
                put_back(journal, job.id, JobProgress("another_writer"), counts=False)
            else:
                finish(journal, job.id, "failed", problem=str(error) if isinstance(error, ClewError) else _fault(error))
        else:
            finish(journal, job.id, "done", result)


def _fault(error: Exception) -> str:
    """Return the sentence for a fault of Clew's own: where it is, never what the data said."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
    log.error("Fault in a job: %s", where)
    return (
        f"Clew met a fault of its own ({where}). What was committed before stays, and nothing half done was kept. "
        "Try again; when it happens again, please report it."
    )


def _stop(_signal: int, _frame: object) -> None:
    _asked_to_stop.set()
    sys.exit(_STOPPED)


def _wakes() -> int:
    """Return where a byte can be read as soon as a signal is there, even where a query keeps Python from handling it."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    return read


def _end_anyway(signalled: int) -> None:
    """End this process some time after it was asked to stop: what is committed stays, and the next one goes on from there."""
    os.read(signalled, 1)
    time.sleep(_GRACE_SECONDS)
    os._exit(_STOPPED)


def _end_with(parent: int) -> None:
    """End this process at once when the server is gone: what is committed stays, and the next server goes on from there."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
