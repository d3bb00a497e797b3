"""Reads from a request which build it asks about and which journeys of it: the same parameters for every screen."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from fastapi import Depends, Query
from numpy import bool_
from numpy.typing import NDArray

from clew.api.changing import Tagged
from clew.api.problems import invalid
from clew.api.serving import current_view
from clew.app.view import Selection, View
from clew.app.view.days import DAY, start_us

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


def start_of(day: date | None, zone: ZoneInfo, place: str, later: timedelta = timedelta()) -> int | None:
    """Return when a day begins in the workspace's time zone, or ``later``, in microseconds; ``place`` is where it was named."""
    try:
        return None if day is None else start_us(day + later, zone)
    except (OverflowError, ValueError) as error:
        raise invalid(place, "expected a day between the years 2 and 9998") from error


def looking_at(  # noqa: PLR0913 - a query has a parameter for each filter
    view: Annotated[View, Depends(current_view)],
    since: Annotated[date | None, Query(alias="from", description="The first day on which a journey may begin")] = None,
    to: Annotated[date | None, Query(description="The last day on which it may")] = None,
    channel: Several = None,
    first_channel: Several = None,
    issue: Several = None,
    outcome: Several = None,
    source: Several = None,
) -> Looking:
    """Return what the request looks at."""
    zone = ZoneInfo(view.settings.time_zone)
    if since is not None and to is not None and to < since:
        raise invalid("query.to", "expected a day that is not before from")
    selection = Selection(
        start_of(since, zone, "query.from"),
        start_of(to, zone, "query.to", later=DAY),
        *(tuple(sorted(set(words or ()))) for words in (channel, first_channel, issue, outcome, source)),
    )
    return Looking(view, selection)


def looking(_view: Tagged, here: Annotated[Looking, Depends(looking_at)]) -> Looking:
    """Return what the request looks at; answers 304 where the reader has this very answer already."""
    return here


#: For an endpoint's signature: ``here: Here``.
Here = Annotated[Looking, Depends(looking)]
#: For one whose answer follows from more than the build and the address, and that names its version itself.
HereUntagged = Annotated[Looking, Depends(looking_at)]
