"""A trend's points are what a selection of their days says, hold every journey once, and own up to what is too young."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from clew.app.view import Selection, View
from clew.app.view.days import DAY, Period, start_us
from clew.app.view.values.compare import Span, within
from clew.app.view.values.trend import AGREEABLE_BUCKETS, Trend, timeline, trend
from clew.model import MetricValue

UTC = ZoneInfo("UTC")


def over_time(view: View, metric: str, selection: Selection, period: Period | None = None) -> Trend:
    return trend(view, metric, timeline(view, view.chosen(selection), selection, period))


def same(one: MetricValue, other: MetricValue) -> bool:
    numbers = [(one.value, other.value), (one.low, other.low), (one.high, other.high)]
    blank = {"value": None, "low": None, "high": None}
    return replace(one, **blank) == replace(other, **blank) and all(
        a == (b if b is None else pytest.approx(b, rel=1e-9)) for a, b in numbers
    )


@pytest.mark.parametrize("metric", ["contacts_per_journey", "first_contact_resolution", "time_to_first_response"])
@pytest.mark.parametrize("period", ["day", "week", "month"])
def test_each_point_is_the_metric_under_a_selection_of_its_days(view: View, metric: str, period: Period) -> None:
    selection = Selection(channel=("email", "chat"))
    found = over_time(view, metric, selection, period)
    assert found.period == period
    for bucket in found.buckets:
        days = view.chosen(within(selection, Span(bucket.first_day, bucket.last_day), UTC))
        expected = view.metric(metric, days)
        if not days.any():
            expected = replace(expected, reason="no journey here")
        assert same(bucket.group.value, expected), bucket.first_day


@pytest.mark.parametrize("period", ["day", "week", "month", "year", None])
def test_every_journey_is_in_one_point_and_the_days_have_no_gaps(view: View, period: Period | None) -> None:
    found = over_time(view, "contacts_per_journey", Selection(), period)
    assert sum(bucket.group.parts.journeys for bucket in found.buckets) == len(view.journeys)
    for before, after in zip(found.buckets, found.buckets[1:], strict=False):
        assert after.first_day == before.last_day + DAY


def test_points_at_the_edge_are_cut_to_the_selection_and_say_so(view: View) -> None:
    first, last = date(2026, 3, 11), date(2026, 3, 24)  # a Wednesday, a Tuesday
    selection = within(Selection(), Span(first, last), UTC)
    found = over_time(view, "contacts_per_journey", selection, "week")
    assert [(bucket.first_day, bucket.last_day, bucket.is_cut) for bucket in found.buckets] == [
        (date(2026, 3, 11), date(2026, 3, 15), True),
        (date(2026, 3, 16), date(2026, 3, 22), False),
        (date(2026, 3, 23), date(2026, 3, 24), True),
    ]


def test_the_newest_points_of_a_metric_that_ripens_are_young_and_never_shown_as_a_fall(view: View) -> None:
    found = over_time(view, "first_contact_resolution", Selection(), "week")
    newest = found.buckets[-1]
    assert newest.is_young
    assert newest.group.value.state in ("immature", "empty", "withheld")
    assert newest.group.value.value is None
    assert not found.buckets[0].is_young
    assert not any(bucket.is_young for bucket in over_time(view, "contacts_per_journey", Selection(), "week").buckets)


def test_a_period_that_gives_too_many_points_gives_way_to_a_longer_one(view: View) -> None:
    far = replace(view.journeys, started_us=view.journeys.started_us.copy())
    far.started_us[0] = start_us(date(1990, 1, 1), UTC)
    stretched = _WithJourneys(view, far)
    everything = np.ones(len(far), dtype=bool)
    asked = timeline(stretched, everything, Selection(), "day")  # type: ignore[arg-type]
    assert (asked.period, len(asked.spans)) == ("year", 37)
    assert len(timeline(view, everything, Selection()).spans) <= AGREEABLE_BUCKETS
    far.started_us[0] = start_us(date(1001, 1, 1), UTC)
    ancient = timeline(stretched, everything, Selection(), "day")  # type: ignore[arg-type]
    assert len(ancient.spans) == 400
    assert len(ancient.groups.rows) == len(far)
    assert ancient.spans[0][0] == date(1001, 1, 1)


def test_a_journey_that_begins_at_midnight_belongs_to_the_day_that_begins(view: View) -> None:
    moved = replace(view.journeys, started_us=np.full(len(view.journeys), start_us(date(2026, 3, 16), UTC)))
    moved.started_us[0] -= 1  # the last moment of the Sunday before
    everything = np.ones(len(moved), dtype=bool)
    found = timeline(_WithJourneys(view, moved), everything, Selection(), "week")  # type: ignore[arg-type]
    assert [first for first, _ in found.spans] == [date(2026, 3, 9), date(2026, 3, 16)]
    assert found.groups.cuts == (0, 1, len(moved))


def test_nothing_selected_gives_no_points(view: View) -> None:
    nothing = Selection(until_us=0)
    assert over_time(view, "contacts_per_journey", nothing, "week") == Trend("week", ())


class _WithJourneys:
    """A view whose journeys began at other times."""

    def __init__(self, view: View, journeys: object) -> None:
        self.journeys, self.settings = journeys, view.settings
