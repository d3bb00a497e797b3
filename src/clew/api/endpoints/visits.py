"""Visits: somebody looked at the overview, and later wants to know what changed since."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.metric_state import DifferenceState, MetricState, difference_state, metric_state
from clew.api.routes import Routes
from clew.api.serving import current_view, person
from clew.api.serving import workspace as served
from clew.app.moments import shown_moment
from clew.app.view import View
from clew.app.view.overview.visits import Moved, changes, note_visit
from clew.app.workspace import Workspace
from clew.store import now_us

ROUTES = Routes("visits")
Current = Annotated[View, Depends(current_view)]
Served = Annotated[Workspace, Depends(served)]


class VisitState(BaseModel):
    """A visit that was noted."""

    at: str
    version: str = Field(description="The build that was looked at")


class MovedState(BaseModel):
    """A headline metric over all journeys, now and at the last visit."""

    now: MetricState
    before: MetricState | None = Field(description="Null where it wasn't seen then, or was defined otherwise")
    difference: DifferenceState = Field(description="now minus before")


class ChangesState(BaseModel):
    """What came in since the last visit, and how the headline moved."""

    since: str | None = Field(description="When the last visit was; null on a first visit")
    same_build: bool = Field(description="Whether it saw the very same tables, so that nothing can have moved")
    files: int = Field(description="Files of which rows came in since")
    interactions: int = Field(description="Interactions that came in since")
    moved: list[MovedState]


@ROUTES.post("/visits", dependencies=[needs("read")])
def note_own_visit(request: Request, place: Served, view: Current) -> VisitState:
    """Note that the overview is looked at, with the headline seen; within an hour it is the same visit."""
    visit = note_visit(place.journal, view, person(request).name, now_us())
    return VisitState(at=_moment(visit.at_us, view), version=visit.build)


@ROUTES.get("/overview/changes", dependencies=[needs("read")])
def get_overview_changes(request: Request, place: Served, view: Current) -> ChangesState:
    """Return what changed since the visit before this one."""
    found = changes(place.journal, view, person(request).name, now_us())
    if found is None:
        return ChangesState(since=None, same_build=True, files=0, interactions=0, moved=[])
    return ChangesState(
        since=_moment(found.since_us, view),
        same_build=found.same_build,
        files=found.files,
        interactions=found.interactions,
        moved=[_moved(each) for each in found.moved],
    )


def _moved(each: Moved) -> MovedState:
    return MovedState(
        now=metric_state(each.now),
        before=metric_state(each.then) if each.then else None,
        difference=difference_state(each.difference),
    )


def _moment(at_us: int, view: View) -> str:
    return shown_moment(at_us, ZoneInfo(view.settings.time_zone))
