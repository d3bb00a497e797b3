"""Two groups of journeys side by side in one metric, and whether the difference can be chance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.days import DAY, day_of, start_us
from clew.app.view.selection import Selection
from clew.app.view.values.grouped import GroupValue, group_value
from clew.app.view.view import View
from clew.metrics import Difference, difference

#: With no period selected, the last days of the data are held against as many before them.
LATELY_DAYS = 30


@dataclass(frozen=True)
class Comparison:
    """One metric over two groups; ``shared`` journeys are in both, which makes the interval wider than need be."""

    now: GroupValue
    before: GroupValue
    difference: Difference
    shared: int


@dataclass(frozen=True)
class Span:
    """Days from first to last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Spans:
    """A period and the one of equal length before it; ``before`` is None where the data don't reach that far back.

    ``is_chosen`` says whether the selection asked for the period, or it is the last days of the data.
    """

    now: Span
    before: Span | None
    is_chosen: bool


def compare(view: View, metric: str, now: NDArray[np.bool_], before: NDArray[np.bool_]) -> Comparison:
    """Return the metric over two groups of journeys and the difference, the first minus the second."""
    first, second = group_value(view, metric, now), group_value(view, metric, before)
    shared = int(np.count_nonzero(now & before))
    return Comparison(first, second, difference(first.value, second.value), shared)


def spans(view: View, selection: Selection) -> Spans | None:
    """Return the period selected and the one before it; None where there are no journeys.

    Without a period it is the last 30 days of the data, or half of all days where there are fewer than 60.
    """
    journeys = view.journeys
    if not len(journeys):
        return None
    zone = ZoneInfo(view.settings.time_zone)
    start, end = day_of(int(journeys.started_us.min()), zone), day_of(int(journeys.ended_us.max()), zone)
    chosen = selection.since_us is not None or selection.until_us is not None
    last = min(end, day_of(selection.until_us - 1, zone)) if selection.until_us is not None else end
    if selection.since_us is not None:
        first = max(start, day_of(selection.since_us, zone))
    elif chosen:
        first = start
    else:
        days = min(LATELY_DAYS, max(((end - start).days + 1) // 2, 1))
        first = last - timedelta(days=days - 1)
    if first > last:
        return None
    now = Span(first, last)
    reaches_back = (first - start).days >= now.days
    return Spans(now, Span(first - timedelta(days=now.days), first - DAY) if reaches_back else None, chosen)


def within(selection: Selection, span: Span, zone: ZoneInfo) -> Selection:
    """Return the selection with another period."""
    return replace(selection, since_us=start_us(span.first, zone), until_us=start_us(span.last + DAY, zone))
