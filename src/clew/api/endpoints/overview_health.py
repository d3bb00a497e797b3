"""Whether the data behind the overview can be trusted: what became of each source's rows, and how fresh they are."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.routes import Routes
from clew.api.serving import server
from clew.api.serving import workspace as served
from clew.app.moments import shown_moment
from clew.app.view import View
from clew.app.view.overview.health import SourceHealth, health
from clew.app.workspace import Workspace
from clew.channels import Tally

ROUTES = Routes("overview of the data")


class TallyState(BaseModel):
    """Rows by what became of them: received = stored + duplicate + quarantined + refused."""

    received: int
    stored: int
    duplicate: int
    quarantined: int
    refused: int
    interactions: int
    balanced: bool


class SourceState(BaseModel):
    """One source's ledger and its newest moment."""

    source: str
    tally: TallyState
    files: int
    unfinished: int = Field(description="Files that are not imported whole")
    newest_at: str | None = Field(description="Its newest interaction in the tables shown; null where there is none")


class HealthState(BaseModel):
    """Whether the data can be trusted."""

    sources: list[SourceState]
    total: TallyState
    refused_files: int = Field(description="Files that were refused as a whole")
    current: bool = Field(description="Whether the tables shown are made from all that is stored")


@ROUTES.get("/overview/health", dependencies=[needs("read")])
def get_overview_health(request: Request, place: Annotated[Workspace, Depends(served)]) -> HealthState:
    """Return what became of each source's rows, how fresh it is, and whether all of it is in the tables shown."""
    current = server(request).views.current()
    view = current if isinstance(current, View) else None
    found = health(place, view)
    zone = ZoneInfo(place.settings.time_zone)
    return HealthState(
        sources=[_source(each, zone) for each in found.sources],
        total=_tally(found.total),
        refused_files=found.refused_files,
        current=found.is_current,
    )


def _tally(tally: Tally) -> TallyState:
    return TallyState.model_validate(tally, from_attributes=True)


def _source(each: SourceHealth, zone: ZoneInfo) -> SourceState:
    return SourceState(
        source=each.source,
        tally=_tally(each.tally),
        files=each.files,
        unfinished=each.unfinished,
        newest_at=None if each.newest_us is None else shown_moment(each.newest_us, zone),
    )
