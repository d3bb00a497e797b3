"""How a metric moves from one day, week or month to the next, by when journeys began; what is too young says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.days import DAY, PERIODS, Period, after, day_of, periods_between, start_us
from clew.app.view.selection import Selection
from clew.app.view.values.grouped import Groups, GroupValue, grouped, grouped_values
from clew.app.view.view import View

#: More points than this say nothing to a reader; the next longer period is shown then.
MOST_BUCKETS = 400
#: A trend that picks its own period picks the shortest with at most so many points.
AGREEABLE_BUCKETS = 60


#: From this share of too young journeys on, a bucket's value counts as still moving.
YOUNG_FROM_SHARE = 0.05


@dataclass(frozen=True)
class Bucket:
    """The journeys that began in one period, ``first_day`` to ``last_day``, cut to the selection.

    ``is_young``: more than a few of them are too young to count, so the value will still move. ``is_cut``: the period is longer than the
    data or the selection.
    """

    first_day: date
    last_day: date
    group: GroupValue
    is_cut: bool

    @property
    def is_young(self) -> bool:
        """Whether the value will still move as these journeys grow older."""
        parts = self.group.parts
        return parts.immature > YOUNG_FROM_SHARE * (parts.measured + parts.immature)


@dataclass(frozen=True)
class Trend:
    """Buckets without gaps, in order; ``period`` may be longer than what was asked for where that gave too many."""

    period: Period
    buckets: tuple[Bucket, ...]


@dataclass(frozen=True)
class Timeline:
    """Journeys by the period in which they began, ready for any metric; ``spans`` are the periods' first and last days."""

    period: Period
    spans: tuple[tuple[date, date], ...]
    limits: tuple[date, date] | None
    groups: Groups


def timeline(view: View, chosen: NDArray[np.bool_], selection: Selection, period: Period | None = None) -> Timeline:
    """Return the chosen journeys by period; None chooses a period that reads well."""
    at = np.flatnonzero(chosen)
    if not len(at):
        return Timeline(period or "week", (), None, Groups(at, (0,)))
    zone = ZoneInfo(view.settings.time_zone)
    started = view.journeys.started_us[at]
    first, last = day_of(int(started.min()), zone), day_of(int(started.max()), zone)
    shown, days = _periods(first, last, period)
    edges = np.array([start_us(day, zone) for day in days], dtype=np.int64)
    # What began before the first edge can only be there where the years before were gathered into one.
    group = np.maximum(np.searchsorted(edges, started, side="right") - 1, 0)
    ends = [*(day - DAY for day in days[1:]), after(days[-1], shown) - DAY]
    spans = [(day, end) for day, end in zip(days, ends, strict=True)]
    spans[0] = (min(spans[0][0], first), spans[0][1])
    return Timeline(shown, tuple(spans), _limits(view, selection, zone), grouped(at, group, len(days)))


def trend(view: View, metric: str, line: Timeline) -> Trend:
    """Return the metric for each period of a timeline."""
    if line.limits is None:
        return Trend(line.period, ())
    values = grouped_values(view, metric, line.groups)
    buckets = (_bucket(*span, value, line.limits) for span, value in zip(line.spans, values, strict=True))
    return Trend(line.period, tuple(buckets))


def _periods(first: date, last: date, period: Period | None) -> tuple[Period, list[date]]:
    """Return the shortest period, from the one asked for on, that gives few enough points, and their first days."""
    longest = AGREEABLE_BUCKETS if period is None else MOST_BUCKETS
    for each in PERIODS[PERIODS.index(period) if period else 0 :]:
        if (last - first).days / _DAYS[each] <= longest and len(days := periods_between(first, last, each)) <= longest:
            return each, days
    return "year", periods_between(first, last, "year")[-MOST_BUCKETS:]


#: Fewest days of each, to tell without counting that there are too many.
_DAYS: dict[Period, int] = {"day": 1, "week": 7, "month": 31, "year": 366}


def _limits(view: View, selection: Selection, zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and last day that the selection and the data hold."""
    journeys = view.journeys
    first, last = day_of(int(journeys.started_us.min()), zone), day_of(int(journeys.ended_us.max()), zone)
    if selection.since_us is not None:
        first = max(first, day_of(selection.since_us, zone))
    if selection.until_us is not None:
        last = min(last, day_of(selection.until_us - 1, zone))
    return first, last


def _bucket(first: date, last: date, group: GroupValue, limits: tuple[date, date]) -> Bucket:
    shown = (max(first, limits[0]), min(last, limits[1]))
    return Bucket(*shown, group, is_cut=shown != (first, last))
