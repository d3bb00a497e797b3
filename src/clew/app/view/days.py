"""Days in the workspace's time zone: when they begin, and how they gather into weeks, months and years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Period = Literal["day", "week", "month", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "year")
DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day_of(moment_us: int, zone: ZoneInfo) -> date:
    """Return the day on which a moment falls."""
    return (_EPOCH + timedelta(microseconds=moment_us)).astimezone(zone).date()


def start_us(day: date, zone: ZoneInfo) -> int:
    """Return when a day begins, in microseconds since 1970."""
    return round(datetime.combine(day, time(), zone).timestamp()) * 1_000_000


def periods_between(first: date, last: date, period: Period) -> list[date]:
    """Return the first days of the periods from the one that holds ``first`` to the one that holds ``last``."""
    begin, following = _CALENDAR[period]
    days = [begin(first)]
    while (day := following(days[-1])) <= last:
        days.append(day)
    return days


def after(day: date, period: Period) -> date:
    """Return the first day of the period after the one that begins on ``day``."""
    return _CALENDAR[period][1](day)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


_CALENDAR: dict[Period, tuple[Callable[[date], date], Callable[[date], date]]] = {
    "day": (lambda day: day, lambda day: day + DAY),
    "week": (_monday, lambda day: day + 7 * DAY),
    "month": (lambda day: day.replace(day=1), _next_month),
    "year": (lambda day: day.replace(month=1, day=1), lambda day: day.replace(year=day.year + 1)),
}
