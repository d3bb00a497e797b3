"""Long work: what was ordered, how far it is, and what came of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from fastapi import Depends, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.problems import Problem, not_found, responses
from clew.api.routes import Routes
from clew.api.serving import person, server
from clew.api.serving import workspace as served
from clew.app.jobs import Job, Stage, add_job, cancel_job, find_job, jobs, known_kinds, ordered
from clew.app.moments import shown_moment
from clew.app.workspace import Workspace
from clew.model import UsageError

ROUTES = Routes("jobs")


class FileState(BaseModel):
    """How far a job is with one file."""

    name: str
    done: int = Field(description="Rows done")
    total: int = Field(description="Rows expected; 0 where that isn't known yet")


class ProgressState(BaseModel):
    """How far a job is."""

    stage: Stage = Field(
        description="What it does just now; another_writer: it waits for another Clew that writes into this workspace"
    )
    what: str = Field(description="The file or part it is at")
    done: int
    total: int = Field(description="0 where that isn't known")
    unit: Literal["", "rows", "bytes", "files", "parts", "customers"]
    files: list[FileState]


class JobState(BaseModel):
    """One job."""

    id: str
    kind: str
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    author: str = Field(description="Who ordered it; empty where Clew did")
    created_at: str
    started_at: str | None
    finished_at: str | None
    attempts: int = Field(description="How many times its process was begun")
    progress: ProgressState
    problem: str = Field(description="Why it failed and what to do; empty otherwise")


class JobDetails(JobState):
    """One job with what was ordered and what came of it."""

    order: dict[str, Any] = Field(description="What was ordered, in the words of its kind")
    result: dict[str, Any] = Field(description="What its kind promises; empty until it is done")


class JobList(BaseModel):
    """The newest jobs."""

    items: list[JobState] = Field(description="Those that run or wait, then the newest of the others; 50 at most")


class Ordering(BaseModel):
    """What to do."""

    kind: Annotated[
        str, Field(max_length=32, description="build, import, look, retry, simulate, start_over, take_back, weigh")
    ]
    order: dict[str, Any] = Field(default_factory=dict, description="In the words of the kind")


@ROUTES.get("/jobs", dependencies=[needs("read")])
def list_jobs(place: Annotated[Workspace, Depends(served)]) -> JobList:
    """Return the newest jobs, those that run or wait first."""
    return JobList(items=[JobState(**_said(job, place)) for job in jobs(place.journal)])


@ROUTES.get("/jobs/{job_id}", dependencies=[needs("read")], responses=responses(404))
def read_job(job_id: str, place: Annotated[Workspace, Depends(served)]) -> JobDetails:
    """Return one job."""
    return _details(_found(place, job_id), place)


@ROUTES.post("/jobs", status_code=202, dependencies=[needs("work")], responses=responses(409, 507))
def order_job(
    request: Request, response: Response, ordering: Ordering, place: Annotated[Workspace, Depends(served)]
) -> JobDetails:
    """Order a job; the answer names it, and it begins when its turn comes."""
    kind = known_kinds().get(ordering.kind)
    if kind is not None and kind.has_own_address:
        raise UsageError("This kind of job is ordered at an address of its own.")
    order = ordered(place, ordering.kind, ordering.order)
    job = add_job(place.journal, ordering.kind, order, person(request).name)
    _wake(request)
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return _details(job, place)


@ROUTES.post("/jobs/{job_id}/cancel", dependencies=[needs("work")], responses=responses(404, 409, 507))
def cancel(request: Request, job_id: str, place: Annotated[Workspace, Depends(served)]) -> JobDetails:
    """Stop a job that waits or runs; what it committed before stays."""
    _found(place, job_id)
    if not cancel_job(place.journal, job_id):
        raise Problem("job-over", "It is over already", 409, "This job is over, so there is nothing to stop.")
    _wake(request)
    return _details(_found(place, job_id), place)


def _found(place: Workspace, job_id: str) -> Job:
    job = find_job(place.journal, job_id)
    if job is None:
        raise not_found("There is no such job.")
    return job


def _wake(request: Request) -> None:
    runner = server(request).runner
    if runner is not None:
        runner.wake()


def _details(job: Job, place: Workspace) -> JobDetails:
    return JobDetails(**_said(job, place), order=dict(job.order), result=dict(job.result))


def _said(job: Job, place: Workspace) -> dict[str, Any]:
    zone = ZoneInfo(place.settings.time_zone)

    def moment(at_us: int | None) -> str | None:
        return None if at_us is None else shown_moment(at_us, zone, milliseconds=True)

    now = job.progress
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "author": job.author,
        "created_at": moment(job.created_us),
        "started_at": moment(job.started_us),
        "finished_at": moment(job.finished_us),
        "attempts": job.attempts,
        "progress": ProgressState(
            stage=now.stage,
            what=now.what,
            done=now.done,
            total=now.total,
            unit=now.unit,
            files=[FileState(name=each.name, done=each.done, total=each.total) for each in now.files],
        ),
        "problem": job.problem,
    }
