"""Rows that could not become interactions yet: why, which, and what stood in them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.paging import Page, Paging, window
from clew.api.problems import responses
from clew.api.routes import Routes
from clew.api.serving import workspace as served
from clew.app.spreadsheet_file import spreadsheet_lines
from clew.app.workspace import Workspace
from clew.channels import (
    QuarantinedRow,
    QuarantineWish,
    all_quarantine,
    count_quarantine,
    quarantine_groups,
    quarantine_page,
)

ROUTES = Routes("quarantine")
_HEADINGS = ("source", "file", "row", "column", "reason", "raw")
_Word = Annotated[str | None, Query(max_length=1_000)]


class WaitingRow(BaseModel):
    """One row that waits."""

    id: int
    source: str
    file: str
    row: int = Field(description="Its number in the file, the header being row 1")
    column: str = Field(description="The column at fault")
    reason: str
    raw: str = Field(description="The whole row as a JSON object, or as it stood where it can't be split")


class WaitingPage(Page[WaitingRow]):
    """A part of the rows that wait, by file and row."""


class ReasonState(BaseModel):
    """Rows that wait for one reason."""

    source: str
    column: str
    reason: str
    rows: int
    files: int


class ReasonList(BaseModel):
    """All reasons, the most frequent first."""

    items: list[ReasonState]
    rows: int = Field(description="All rows that wait: the sum of the reasons'")


def wish(source: _Word = None, column: _Word = None, reason: _Word = None) -> QuarantineWish:
    """Read which rows are asked for."""
    return QuarantineWish(source, column, reason)


Wish = Annotated[QuarantineWish, Depends(wish)]
Place = Annotated[Workspace, Depends(served)]


@ROUTES.get("/quarantine", dependencies=[needs("read")], responses=responses(409))
def list_quarantine(asked: Wish, page: Paging, place: Place) -> WaitingPage:
    """Return rows that wait, by file and row."""
    total, version = count_quarantine(place.journal, asked)
    start, stop, following, before = window(total, page, version)
    rows = quarantine_page(place.journal, asked, start, stop - start)
    return WaitingPage(items=[_said(row) for row in rows], total=total, next=following, previous=before)


@ROUTES.get("/quarantine/reasons", dependencies=[needs("read")])
def list_reasons(place: Place) -> ReasonList:
    """Return why rows wait, by source and column."""
    groups = quarantine_groups(place.journal)
    items = [ReasonState(**vars(group)) for group in groups]
    return ReasonList(items=items, rows=sum(group.rows for group in groups))


@ROUTES.get(
    "/quarantine/rows.csv",
    dependencies=[needs("read")],
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "All of them as a table"}},
)
def download_quarantine(asked: Wish, place: Place) -> StreamingResponse:
    """Return all rows that wait as a CSV file."""
    headers = {"Content-Disposition": 'attachment; filename="quarantine.csv"'}
    rows = all_quarantine(place.journal, asked)
    cells = ((row.source, row.file, row.row, row.column, row.reason, row.raw) for row in rows)
    return StreamingResponse(spreadsheet_lines(_HEADINGS, cells), media_type="text/csv; charset=utf-8", headers=headers)


def _said(row: QuarantinedRow) -> WaitingRow:
    return WaitingRow(
        id=row.quarantine_id,
        source=row.source,
        file=row.file,
        row=row.row,
        column=row.column,
        reason=row.reason,
        raw=row.raw,
    )
