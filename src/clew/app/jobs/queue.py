"""The jobs in the journal: ordered, taken up, followed and finished, each change in one step that only one can win."""

from __future__ import annotations

import json
import uuid
from typing import Any

import sqlalchemy as sa

from clew.app.jobs.job import Job, JobProgress, Order, Result, State
from clew.store import Journal, now_us
from clew.store import jobs as table

#: So many are listed: what waits or runs, then the newest.
LISTED = 50


def add_job(journal: Journal, kind: str, order: Order, author: str = "") -> Job:
    """Write down a job that waits from now on; a runner takes it up."""
    job = Job(uuid.uuid4().hex, kind, dict(order), "waiting", author, now_us())
    with journal.transaction() as connection:
        connection.execute(
            table.insert().values(
                id=job.id,
                kind=kind,
                order=json.dumps(job.order),
                state=job.state,
                author=author,
                created_us=job.created_us,
            )
        )
    return job


def jobs(journal: Journal, limit: int = LISTED) -> tuple[Job, ...]:
    """Return the jobs that run or wait, then the others, the newest first; without their results."""
    rank = sa.case((table.c.state == "running", 0), (table.c.state == "waiting", 1), else_=2)
    return _read(journal, _without_results().order_by(rank, table.c.created_us.desc(), table.c.id).limit(limit))


def find_job(journal: Journal, job_id: str) -> Job | None:
    """Return one job, or None where there is none of this id."""
    return next(iter(_read(journal, sa.select(table).where(table.c.id == job_id))), None)


def jobs_in(journal: Journal, *states: State) -> tuple[Job, ...]:
    """Return all jobs in these states, the oldest first; without their results."""
    query = _without_results().where(table.c.state.in_(states)).order_by(table.c.created_us, table.c.id)
    return _read(journal, query)


def claim(journal: Journal, job_id: str) -> bool:
    """Take up a job that waits; False when somebody else did, or it was cancelled."""
    changes = {"state": "running", "attempts": table.c.attempts + 1, "started_us": now_us()}
    return _change(journal, job_id, ("waiting",), **changes)


def note_process(journal: Journal, job_id: str, process: int) -> bool:
    """Write down which process does a job."""
    return _change(journal, job_id, ("running",), process=process)


def note_progress(journal: Journal, job_id: str, progress: JobProgress) -> bool:
    """Write down how far a job is; False when it was cancelled meanwhile."""
    return _change(journal, job_id, ("running",), progress=progress.text())


def put_back(journal: Journal, job_id: str, progress: JobProgress | None = None, *, counts: bool) -> bool:
    """Let a job that ran wait again; ``counts`` says whether that was one of its attempts."""
    changes: dict[str, Any] = {"state": "waiting", "process": None}
    if progress is not None:
        changes["progress"] = progress.text()
    if not counts:
        changes["attempts"] = table.c.attempts - 1
    return _change(journal, job_id, ("running",), **changes)


def note_stop(journal: Journal, job_id: str) -> bool:
    """Write down that a job's process was ended with its server: it stays running, and that was no failed attempt."""
    return _change(journal, job_id, ("running",), process=None, started_us=None, attempts=table.c.attempts - 1)


def finish(journal: Journal, job_id: str, state: State, result: Result | None = None, problem: str = "") -> bool:
    """End a job that ran; False when it was cancelled meanwhile."""
    changes: dict[str, Any] = {"state": state, "problem": problem, "process": None, "finished_us": now_us()}
    return _change(journal, job_id, ("running",), result=json.dumps(result or {}), **changes)


def cancel_job(journal: Journal, job_id: str) -> bool:
    """End a job that waits or runs; its process is stopped by the runner. False when it was over already."""
    return _change(journal, job_id, ("waiting", "running"), state="cancelled", finished_us=now_us())


def _without_results() -> sa.Select[Any]:
    """Ask for everything but the results: what was found in many files is long, and lists are read every second."""
    columns: list[Any] = [column for column in table.c if column.name != "result"]
    query: sa.Select[Any] = sa.select(*columns).add_columns(sa.literal("{}").label("result"))
    return query


def _change(journal: Journal, job_id: str, states: tuple[State, ...], **changes: Any) -> bool:  # noqa: ANN401 - columns
    query = table.update().where(table.c.id == job_id, table.c.state.in_(states)).values(**changes)
    with journal.transaction() as connection:
        return connection.execute(query).rowcount == 1


def _read(journal: Journal, query: sa.Select[Any]) -> tuple[Job, ...]:
    with journal.transaction() as connection:
        rows = connection.execute(query).mappings().all()
    return tuple(
        Job(
            row["id"],
            row["kind"],
            json.loads(row["order"]),
            row["state"],
            row["author"],
            row["created_us"],
            JobProgress.read(row["progress"]),
            json.loads(row["result"]),
            row["problem"],
            row["attempts"],
            row["process"],
            row["started_us"],
            row["finished_us"],
        )
        for row in rows
    )
