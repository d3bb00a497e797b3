"""Takes up jobs one after another, each in a process of its own, and again those that a crash interrupted."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from clew.app.jobs.job import Job
from clew.app.jobs.kind import known_kinds
from clew.app.jobs.places import clear, is_held
from clew.app.jobs.queue import add_job, claim, find_job, finish, jobs_in, note_stop, put_back
from clew.app.jobs.sweeping import sweep, sweep_parts
from clew.app.jobs.used_files import forget_used
from clew.app.workspace import Workspace
from clew.model import ClewError
from clew.store import now_us

log = logging.getLogger("clew.jobs")

#: A job that ended its own process so often isn't tried again.
MOST_ATTEMPTS = 3
#: So long nothing is looked up while nobody calls; a job that another server left is found by then.
_IDLE_SECONDS = 1.0
#: So often files are removed that no table is made from any more; by then nobody reads the tables they were in.
_SWEEP_SECONDS = 600.0
_WATCH_SECONDS = 0.1
#: So long a process may take to end when it is asked to, before it is made to.
_GRACE_SECONDS = 5.0
#: So long a job waits that met another writer.
_BUSY_SECONDS = 2.0
_BEGIN_US = 15_000_000


class Runner:
    """Runs the jobs of one workspace, one at a time, in a thread that only watches."""

    def __init__(self, workspace: Workspace) -> None:
        """Remember the workspace; nothing runs before :meth:`start`."""
        self._workspace = workspace
        self._called = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._not_before: dict[str, float] = {}
        self._swept = 0.0

    def start(self) -> None:
        """Take up the jobs that wait, those that a crash interrupted, and a build where the tables are out of date."""
        self._thread = threading.Thread(target=self._run, name="clew-jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Take up no other, and end the process of the one that runs; it is resumed by the next server."""
        self._stopping = True
        self._called.set()
        if self._thread is not None:
            self._thread.join()

    def wake(self) -> None:
        """Say that a job was added or cancelled, so that nobody waits for the next look."""
        self._called.set()

    def _run(self) -> None:
        self._safely(self._begin)
        while not self._stopping:
            if not self._safely(self._step):
                self._called.wait(_IDLE_SECONDS)
            self._called.clear()

    def _safely(self, act: Callable[[], object]) -> bool:
        """Do a part of the watch; what fails there (a full disk) is logged and tried again, never the end of the watch."""
        try:
            return bool(act())
        except Exception as error:  # noqa: BLE001 - the watch goes on
            log.error(
                "The watch over jobs met %s", str(error) if isinstance(error, ClewError) else type(error).__name__
            )
            time.sleep(_IDLE_SECONDS)
            return False

    def _begin(self) -> None:
        from clew.app.building import is_current

        sweep(self._workspace)
        pending = {job.kind for job in jobs_in(self._workspace.journal, "waiting", "running")}
        builds = {name for name, kind in known_kinds().items() if kind.writes}
        if not pending & builds and not self._workspace.is_empty() and not is_current(self._workspace):
            add_job(self._workspace.journal, "build", {})

    def _step(self) -> bool:
        """Do the next job; False when there is none to do now."""
        self._take_back_the_orphans()
        job = self._next()
        if job is None:
            self._sweep_now_and_then()
            return False
        if not claim(self._workspace.journal, job.id):
            return False
        self._watch(job)
        return True

    def _sweep_now_and_then(self) -> None:
        if time.monotonic() - self._swept > _SWEEP_SECONDS:
            self._swept = time.monotonic()
            sweep_parts(self._workspace)

    def _take_back_the_orphans(self) -> None:
        """Let jobs wait again whose process is gone, unless they were tried too often."""
        for job in jobs_in(self._workspace.journal, "running"):
            if not is_held(self._workspace, job.id) and not _begins(job):
                self._try_again(job.id)

    def _next(self) -> Job | None:
        now = time.monotonic()
        held_up = False
        for job in jobs_in(self._workspace.journal, "waiting"):
            writes = known_kinds()[job.kind].writes if job.kind in known_kinds() else False
            if self._not_before.get(job.id, 0.0) > now:
                held_up = held_up or writes
            elif not (writes and held_up):
                return job
        return None

    def _watch(self, job: Job) -> None:
        """Run a claimed job's process until it ends, is cancelled, or the server stops."""
        # -P: nothing that lies in the folder where the server was started is taken for a module.
        program = [sys.executable, "-P", "-m", "clew.app.jobs.process"]
        words = [*program, str(self._workspace.folder), job.id, str(os.getpid())]
        # A session of its own: Ctrl-C in the server's terminal is the server's to hear.
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own program and ids
        cancelled = False
        while process.poll() is None and not self._stopping and not cancelled:
            self._called.wait(_WATCH_SECONDS)
            if not self._stopping:
                self._called.clear()
            now = find_job(self._workspace.journal, job.id)
            cancelled = now is None or now.state != "running"
        if process.poll() is None:
            # It may be done and about to leave, or has to be told.
            _end(process, ask=self._stopping or self._is_cancelled(job))
        after = find_job(self._workspace.journal, job.id)
        if after is not None and after.state == "running":
            if self._stopping:
                note_stop(self._workspace.journal, job.id)
            else:
                self._try_again(job.id)
        elif after is not None and after.state == "waiting":
            self._not_before[job.id] = time.monotonic() + _BUSY_SECONDS
        if after is None or after.is_over:
            self._not_before.pop(job.id, None)
            clear(self._workspace, job.id)
            forget_used(self._workspace)

    def _is_cancelled(self, job: Job) -> bool:
        now = find_job(self._workspace.journal, job.id)
        return now is None or now.state == "cancelled"

    def _try_again(self, job_id: str) -> None:
        job = find_job(self._workspace.journal, job_id)
        if job is None or job.state != "running":
            return
        if job.attempts >= MOST_ATTEMPTS:
            problem = (
                f"Its process ended {job.attempts} times without a word, as happens when memory runs out. What was "
                "committed before stays. Close other programs, or take less at once, and order it again."
            )
            finish(self._workspace.journal, job_id, "failed", problem=problem)
        else:
            put_back(self._workspace.journal, job_id, counts=True)


def _begins(job: Job) -> bool:
    """Say whether another server took this job up a moment ago, so that its process may not have hold of it yet."""
    return job.process is None and job.started_us is not None and now_us() - job.started_us < _BEGIN_US


def _end(process: subprocess.Popen[bytes], *, ask: bool) -> None:
    """Wait for a process to end; where it was asked to and doesn't, make it."""
    if ask:
        process.terminate()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
