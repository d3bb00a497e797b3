"""The journeys behind a number, or all that are looked at: in pages, and as a file."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Query, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.paging import Page, Paging, window
from clew.api.routes import Routes
from clew.api.selecting import Here, Looking
from clew.app.view import Found, behind
from clew.app.view.customers.journey_rows import JourneyList, JourneyRow, Sort, journey_list, journey_rows
from clew.app.view.customers.journey_rows_file import csv_lines
from clew.maps import channel_title, ending_title

ROUTES = Routes("journeys")

Through = Annotated[
    str | None,
    Query(
        max_length=2000,
        description="The word that a number carries (kind:rest), for the journeys behind it; without it all that are looked at",
    ),
]
Sorted = Annotated[
    Sort, Query(description="What to sort by; with a minus the latest, longest or most first. Ties always stand alike")
]


class PathChannel(BaseModel):
    """A channel of a path."""

    id: str
    title: str


class JourneyState(BaseModel):
    """One journey of a list."""

    journey_id: str
    customer_id: str
    identified: bool = Field(description="Whether it is known whose journey it is")
    issue: str = Field(description="What the customer wants settled; empty where nobody named it")
    topic: str = Field(
        description="What it is about in words of its texts, as Clew found them; empty where nothing tells"
    )
    started_at: str
    ended_at: str = Field(description="The moment of its last step")
    duration_seconds: float
    first_channel: str
    last_channel: str
    channels: list[PathChannel] = Field(
        description="The channels it went over in order, repeats in a row once; twelve at most"
    )
    channels_left_out: int = Field(description="How many more channels its path has")
    steps: int
    contacts: int
    handoffs: int
    outcome: str
    outcome_title: str
    times: int = Field(description="How often it holds what the number counts; 1 for numbers that count journeys")


class JourneyPage(Page[JourneyState]):
    """Part of the journeys behind a number, and the number again: ``occurrences`` in ``journeys``."""

    words: str | None = Field(description="What the number is, in words; null where all journeys are listed")
    counted: str = Field(description="What the number counts: handoffs, steps, journeys, …")
    occurrences: int = Field(description="How many of these there are: the number itself, or its n")
    journeys: int = Field(description="How many journeys hold them")


@ROUTES.get("/journeys", dependencies=[needs("read")])
def list_journeys(here: Here, page: Paging, through: Through = None, sort: Sorted = "-started") -> JourneyPage:
    """List the journeys behind a number, or all that are looked at."""
    found, listed = _listed(here, through, sort)
    start, stop, following, before = window(len(listed), page, here.view.version)
    zone = ZoneInfo(here.view.settings.time_zone)
    return JourneyPage(
        items=[_state(row, zone) for row in journey_rows(here.view, listed, start, stop)],
        total=len(listed),
        next=following,
        previous=before,
        words=found.words if found else None,
        counted=found.counted if found else "journeys",
        occurrences=listed.occurrences,
        journeys=len(listed),
    )


@ROUTES.get(
    "/journeys/file",
    dependencies=[needs("read")],
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "All rows as CSV"}},
)
def download_journeys(here: Here, through: Through = None, sort: Sorted = "-started") -> Response:
    """Give all rows of the list as a CSV file.

    Where a spreadsheet could take a text for a formula, at its beginning or behind a ``;``, a tab or a line break, an apostrophe
    stands before the sign: whoever named an issue or a channel would have it run by whoever opens the file.
    """
    _, listed = _listed(here, through, sort)
    lines = csv_lines(journey_rows(here.view, listed), ZoneInfo(here.view.settings.time_zone))
    names = {"Content-Disposition": 'attachment; filename="journeys.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=names)


def _listed(here: Looking, through: str | None, sort: Sort) -> tuple[Found | None, JourneyList]:
    """Return what the number counts, and its journeys; the order is remembered, so that scrolling costs no sorting."""
    found = behind(here.view, through, here.selection) if through else None
    question = ("journeys", through, sort)
    return found, here.remembered(question, lambda: journey_list(here.view, here.chosen, found, sort))


def _state(row: JourneyRow, zone: ZoneInfo) -> JourneyState:
    return JourneyState(
        journey_id=row.journey_id,
        customer_id=row.customer_id,
        identified=row.identified,
        issue=row.issue,
        topic=row.topic,
        started_at=row.started_at(zone),
        ended_at=row.ended_at(zone),
        duration_seconds=row.duration_seconds,
        first_channel=row.first_channel,
        last_channel=row.last_channel,
        channels=[PathChannel(id=channel, title=channel_title(channel)) for channel in row.channels],
        channels_left_out=row.channels_left_out,
        steps=row.steps,
        contacts=row.contacts,
        handoffs=row.handoffs,
        outcome=row.outcome,
        outcome_title=ending_title(row.outcome),
        times=row.times,
    )
