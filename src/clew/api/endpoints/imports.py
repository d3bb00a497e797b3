"""What files were taken for before they are imported, and what an import did with each row."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.mapping_models import Draft
from clew.api.problems import Problem, not_found, responses
from clew.api.routes import Routes
from clew.api.serving import workspace as served
from clew.app.jobs import find_job
from clew.app.workspace import Workspace

ROUTES = Routes("imports")


class ProposedFile(BaseModel):
    """One file of a proposal."""

    name: str
    table: str = Field(description="The connector's table that it is")
    rows: int = Field(description="About how many rows it has")
    bytes: int
    notes: list[str]


class ColumnState(BaseModel):
    """A column of a file with a few of its values, masked where they are somebody's."""

    name: str
    examples: list[str]


class GuessState(BaseModel):
    """What Clew took a column for, and why."""

    field: str
    column: str | None = Field(description="Null where it is the same for every row")
    reason: str
    confidence: float = Field(description="How sure, from 0 to 1")
    examples: list[str]


class ProposedTable(BaseModel):
    """Files that are read together, what they were taken for, and what is left to be asked."""

    table: int = Field(description="Its number, to name it when it is confirmed")
    files: list[ProposedFile]
    source: str
    connector: str
    connector_title: str
    why: str
    guessed: bool = Field(description="Whether the mapping is Clew's guess, rather than one that somebody saved")
    imported_before: str | None = Field(description="The source as which these files were imported before")
    columns: list[ColumnState]
    guesses: list[GuessState]
    questions: list[str] = Field(description="What was assumed")
    unused: list[str] = Field(description="Columns without a meaning; they stay with each interaction as attributes")
    draft: Draft
    text: str


class RefusedFile(BaseModel):
    """A file that can't be read as interactions."""

    name: str
    reason: str
    remedy: str


class Proposals(BaseModel):
    """All that was found in the files."""

    tables: list[ProposedTable]
    refused: list[RefusedFile]


class ImportedFile(BaseModel):
    """What became of a file's rows: received = stored + duplicate + quarantined + refused."""

    file: str
    source: str
    table: str
    state: str = Field(description="imported, resumed, unchanged, other mapping or unfinished")
    received: int
    stored: int
    duplicate: int
    quarantined: int
    refused: int
    interactions: int
    records: int
    times: list[str] = Field(description="How each time column was read, and why so")
    notes: list[str]


class ImportSummary(BaseModel):
    """What an import did."""

    files: list[ImportedFile]
    refused: list[RefusedFile]
    mappings: list[str] = Field(description="The sources whose mappings were written")


@ROUTES.get("/imports/{job_id}/proposals", dependencies=[needs("read")], responses=responses(404, 409))
def read_proposals(job_id: str, place: Annotated[Workspace, Depends(served)]) -> Proposals:
    """Return what a look (a job of kind look) found in the files."""
    return Proposals.model_validate(_result(place, job_id, "look"))


@ROUTES.get("/imports/{job_id}/report", dependencies=[needs("read")], responses=responses(404, 409))
def read_report(job_id: str, place: Annotated[Workspace, Depends(served)]) -> ImportSummary:
    """Return what an import (a job of kind import) did with each file."""
    return ImportSummary.model_validate(_result(place, job_id, "import"))


def _result(place: Workspace, job_id: str, kind: str) -> dict[str, Any]:
    job = find_job(place.journal, job_id)
    if job is None or job.kind != kind:
        raise not_found(f"There is no such job of kind {kind}.")
    if job.state != "done":
        detail = job.problem or "The job isn't done. Ask again when it is."
        raise Problem("not-done", "Not done", 409, detail, {"state": job.state})
    return dict(job.result)
