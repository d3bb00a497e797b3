"""Days begin at the workspace's midnight, also when clocks change, and gather into the calendar's weeks, months and years."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from clew.app.view.days import Period, after, day_of, periods_between, start_us

BERLIN = ZoneInfo("Europe/Berlin")
HOUR_US = 3_600_000_000


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 28), 24), (date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_is_as_long_as_its_clocks_make_it(day: date, hours: int) -> None:
    assert start_us(after(day, "day"), BERLIN) - start_us(day, BERLIN) == hours * HOUR_US


def test_a_moment_falls_on_the_day_whose_start_is_the_last_before_it() -> None:
    start = start_us(date(2026, 3, 29), BERLIN)
    assert day_of(start, BERLIN) == date(2026, 3, 29)
    assert day_of(start - 1, BERLIN) == date(2026, 3, 28)
    # 23:30 on 28 March in Berlin is 22:30 UTC.
    assert day_of(start - HOUR_US // 2, ZoneInfo("UTC")) == date(2026, 3, 28)


@pytest.mark.parametrize(
    ("period", "first", "last", "expected"),
    [
        ("week", date(2026, 1, 1), date(2026, 1, 12), [date(2025, 12, 29), date(2026, 1, 5), date(2026, 1, 12)]),
        ("month", date(2026, 1, 31), date(2026, 3, 1), [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]),
        ("year", date(2024, 2, 29), date(2026, 1, 1), [date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)]),
        ("day", date(2026, 2, 28), date(2026, 3, 1), [date(2026, 2, 28), date(2026, 3, 1)]),
    ],
)
def test_periods_follow_each_other_without_gaps(period: Period, first: date, last: date, expected: list[date]) -> None:
    assert periods_between(first, last, period) == expected
