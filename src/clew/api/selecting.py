"""Reads from a request which build it asks about and which journeys of it: the same parameters for every screen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from fastapi import Depends, Query, Request, Response
from numpy import bool_
from numpy.typing import NDArray

from clew.api.changing import tagged
from clew.api.problems import invalid
from clew.api.serving import current_view
from clew.app.view import Selection, View

Answer = TypeVar("Answer")
Several = Annotated[list[str] | None, Query(max_length=50)]


@dataclass(frozen=True)
class Looking:
    """A build and the journeys of it that the request looks at."""

    view: View
    selection: Selection

    @cached_property
    def chosen(self) -> NDArray[bool_]:
        """Whether each journey is among them."""
        return self.view.chosen(self.selection)

    def remembered(self, question: Hashable, compute: Callable[[], Answer]) -> Answer:
        """Return the answer to a question about these journeys, computed when it is first asked of this build."""
        return self.view.remembered((question, self.selection), compute)


def looking(  # noqa: PLR0913 - a query has a parameter for each filter
    request: Request,
    response: Response,
    since: Annotated[date | None, Query(alias="from", description="The first day on which a journey may begin")] = None,
    to: Annotated[date | None, Query(description="The last day on which it may")] = None,
    channel: Several = None,
    first_channel: Several = None,
    issue: Several = None,
    outcome: Several = None,
    source: Several = None,
) -> Looking:
    """Return what the request looks at; answers 304 where the reader has this very answer already."""
    view = current_view(request)
    zone = ZoneInfo(view.settings.time_zone)
    if since is not None and to is not None and to < since:
        raise invalid("query.to", "expected a day that is not before from")
    selection = Selection(
        _start_us(since, zone) if since is not None else None,
        _start_us(to, zone, 1) if to is not None else None,
        *(tuple(sorted(set(words or ()))) for words in (channel, first_channel, issue, outcome, source)),
    )
    asked = f"{view.version} {request.url.path}?{request.url.query}"
    tagged(request, response, hashlib.sha256(asked.encode()).hexdigest()[:24])
    return Looking(view, selection)


#: For an endpoint's signature: ``here: Here``.
Here = Annotated[Looking, Depends(looking)]


def _start_us(day: date, zone: ZoneInfo, later: int = 0) -> int:
    """Return when a day begins in the workspace's time zone, in microseconds."""
    try:
        moment = datetime.combine(day + timedelta(days=later), time(), zone)
        return round(moment.timestamp()) * 1_000_000
    except (OverflowError, ValueError) as error:
        raise invalid("query.from", "expected a day between the years 2 and 9998") from error
