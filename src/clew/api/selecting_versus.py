"""Reads a second selection from a request, for comparing: the same parameters with ``vs_`` before their names."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends, Query

from clew.api.problems import invalid
from clew.api.selecting import Here, start_of
from clew.app.view import Selection
from clew.app.view.days import DAY

Several = Annotated[list[str] | None, Query(max_length=50)]


def versus(  # noqa: PLR0913 - a query has a parameter for each filter
    here: Here,
    vs_from: Annotated[date | None, Query(description="The first day of the second selection")] = None,
    vs_to: Annotated[date | None, Query(description="Its last day")] = None,
    vs_channel: Several = None,
    vs_first_channel: Several = None,
    vs_issue: Several = None,
    vs_outcome: Several = None,
    vs_source: Several = None,
) -> Selection:
    """Return the selection that the one looked at is compared with; without parameters all journeys."""
    zone = ZoneInfo(here.view.settings.time_zone)
    if vs_from is not None and vs_to is not None and vs_to < vs_from:
        raise invalid("query.vs_to", "expected a day that is not before vs_from")
    filters = (vs_channel, vs_first_channel, vs_issue, vs_outcome, vs_source)
    since = start_of(vs_from, zone, "query.vs_from")
    until = start_of(vs_to, zone, "query.vs_to", later=DAY)
    return Selection(since, until, *(tuple(sorted(set(words or ()))) for words in filters))


#: For an endpoint's signature: ``versus: Versus``.
Versus = Annotated[Selection, Depends(versus)]
