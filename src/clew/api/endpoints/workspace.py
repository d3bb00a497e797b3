"""What is served: the workspace's name, what of it is built, and what a selection can be made of."""

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
from clew.app.simulated import is_simulated
from clew.app.view import Option, View, options
from clew.app.view.days import day_of
from clew.app.workspace import Workspace

ROUTES = Routes("workspace")


class ViewState(BaseModel):
    """The build that the screens show."""

    version: str
    built_at: str
    first_day: str | None = Field(description="The day on which the earliest journey began")
    last_day: str | None = Field(description="The day of the last step of all")
    interactions: int
    customers: int
    journeys: int


class OptionState(BaseModel):
    """A word that a selection can ask for, and how many journeys have it."""

    id: str
    title: str
    journeys: int


class OptionLists(BaseModel):
    """The words of every filter, the most frequent first."""

    channels: list[OptionState]
    first_channels: list[OptionState]
    issues: list[OptionState]
    outcomes: list[OptionState]
    sources: list[OptionState]
    stages: list[OptionState]


class WorkspaceState(BaseModel):
    """The workspace as the frame of every screen needs it."""

    name: str
    time_zone: str
    currency: str
    empty: bool = Field(description="Whether nothing was ever imported")
    simulated: bool = Field(description="Whether it holds a simulated company")
    opening: str | None = Field(description="What is being loaded, while a build is opened")
    view: ViewState | None = Field(description="Null until something is built and opened")
    options: OptionLists | None


@ROUTES.get("/workspace", dependencies=[needs("read")])
def get_workspace(request: Request, place: Annotated[Workspace, Depends(served)]) -> WorkspaceState:
    """Return what is served and which build of it."""
    found = server(request).views.current()
    view = found if isinstance(found, View) else None
    listed = options(view) if view else None
    return WorkspaceState(
        name=place.settings.name,
        time_zone=place.settings.time_zone,
        currency=place.settings.currency,
        empty=place.is_empty(),
        simulated=is_simulated(place),
        opening=None if isinstance(found, View) or found.state == "unbuilt" else found.what or found.state,
        view=_view_state(view) if view else None,
        options=OptionLists(
            **{name: [_option(each) for each in getattr(listed, name)] for name in OptionLists.model_fields}
        )
        if listed
        else None,
    )


def _option(option: Option) -> OptionState:
    return OptionState(id=option.id, title=option.title, journeys=option.journeys)


def _view_state(view: View) -> ViewState:
    zone = ZoneInfo(view.settings.time_zone)
    journeys = view.journeys
    empty = not len(journeys)

    def day(moment_us: int) -> str:
        return day_of(moment_us, zone).isoformat()

    return ViewState(
        version=view.version,
        built_at=shown_moment(view.made_us, zone),
        first_day=None if empty else day(int(journeys.started_us.min())),
        last_day=None if empty else day(int(journeys.ended_us.max())),
        interactions=len(view.steps.journey),
        customers=len(journeys.customer.names),
        journeys=len(journeys),
    )
