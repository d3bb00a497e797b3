"""Where the data came from, and the account of every row: received = stored + duplicate + quarantined + refused."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.paging import Page, Paging, window
from clew.api.problems import not_found, responses
from clew.api.routes import Routes
from clew.api.serving import server
from clew.api.serving import workspace as served
from clew.app.jobs import jobs
from clew.app.mapping_out import REFUSED
from clew.app.moments import shown_moment
from clew.app.view import View
from clew.app.view.overview.health import health
from clew.app.workspace import Workspace
from clew.channels import LedgerLine, SourceLedger, Tally, connector_named, ledger_lines, source_ledgers

ROUTES = Routes("sources")
FileStateName = Literal["complete", "reading", "interrupted", "refused"]


class RowCounts(BaseModel):
    """Rows by what became of them: received = stored + duplicate + quarantined + refused."""

    received: int
    stored: int
    duplicate: int
    quarantined: int
    refused: int
    interactions: int = Field(description="What the stored rows became")
    records: int = Field(description="Stored rows that are no interactions (contacts, tags, teams)")
    balanced: bool


class LedgerSource(BaseModel):
    """One source and its sum."""

    source: str
    connector: str
    connector_title: str
    files: int
    counts: RowCounts
    state: Literal["complete", "reading", "interrupted"] = Field(description="interrupted: an import stopped half way")
    imported_at: str | None = Field(description="When its latest file was imported")
    newest_at: str | None = Field(description="Its newest interaction in the tables shown; null where there is none")


class SourceList(BaseModel):
    """All sources and their sum, and how many files were refused as a whole."""

    items: list[LedgerSource]
    total: RowCounts
    refused_files: int
    current: bool = Field(description="Whether the tables shown are made from all that is stored")


class LedgerFile(BaseModel):
    """One file as the ledger has it."""

    id: int
    file: str
    source: str
    table: str
    state: FileStateName
    reason: str = Field(description="Why rows, or the file as a whole, were refused")
    counts: RowCounts
    imported_at: str | None
    times: dict[str, str] = Field(description="How each time column was read")


class SourceFilePage(Page[LedgerFile]):
    """A part of a source's files, the newest first."""


@ROUTES.get("/sources", dependencies=[needs("read")])
def list_sources(request: Request, place: Annotated[Workspace, Depends(served)]) -> SourceList:
    """Return every source with the account of its rows."""
    found = server(request).views.current()
    healthy = health(place, found if isinstance(found, View) else None)
    newest = {each.source: each.newest_us or 0 for each in healthy.sources}
    ledgers = source_ledgers(place.journal)
    listed = [each for each in ledgers if each.source != REFUSED]
    reading = _is_reading(place)
    return SourceList(
        items=[_source(each, newest.get(each.source, 0), reading, place) for each in listed],
        total=_counts(sum((each.tally for each in listed), Tally())),
        refused_files=healthy.refused_files,
        current=healthy.is_current,
    )


@ROUTES.get("/sources/{source}/files", dependencies=[needs("read")], responses=responses(404, 409))
def list_files(source: str, page: Paging, place: Annotated[Workspace, Depends(served)]) -> SourceFilePage:
    """Return the files of one source, the newest first; of ``(refused files)`` those of which no row was received."""
    lines = [line for line in reversed(ledger_lines(place.journal)) if line.source == source]
    if not lines:
        raise not_found("There is no source of that name.")
    start, stop, following, before = window(len(lines), page, f"{lines[0].import_id}-{len(lines)}")
    reading = _is_reading(place)
    items = [_file(line, reading, place) for line in lines[start:stop]]
    return SourceFilePage(items=items, total=len(lines), next=following, previous=before)


def _source(ledger: SourceLedger, newest_us: int, reading: bool, place: Workspace) -> LedgerSource:
    line = ledger.files[-1]
    unfinished = any(each.state == "running" for each in ledger.files)
    return LedgerSource(
        source=ledger.source,
        connector=line.connector,
        connector_title=_title(line.connector),
        files=len(ledger.files),
        counts=_counts(ledger.tally),
        state=("reading" if reading else "interrupted") if unfinished else "complete",
        newest_at=_moment(newest_us, place),
        imported_at=_moment(max((each.finished_us or 0 for each in ledger.files), default=0), place),
    )


def _file(line: LedgerLine, reading: bool, place: Workspace) -> LedgerFile:
    state: FileStateName = "refused" if line.state == "refused" else "complete"
    if line.state == "running":
        state = "reading" if reading else "interrupted"
    return LedgerFile(
        id=line.import_id,
        file=line.file,
        source=line.source,
        table=line.table,
        state=state,
        reason=line.reason,
        counts=_counts(line.tally),
        imported_at=_moment(line.finished_us or 0, place),
        times=line.times,
    )


def _counts(tally: Tally) -> RowCounts:
    return RowCounts(**vars(tally), balanced=tally.balanced)


def _title(connector: str) -> str:
    return connector_named(connector).title if connector else ""


def _moment(at_us: int, place: Workspace) -> str | None:
    return shown_moment(at_us, ZoneInfo(place.settings.time_zone)) if at_us else None


def _is_reading(place: Workspace) -> bool:
    """Say whether a job imports just now, so that a file that isn't done is no interrupted one."""
    return any(
        job.state in ("running", "waiting") and job.kind in ("import", "simulate") for job in jobs(place.journal)
    )
