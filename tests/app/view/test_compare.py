"""A period is held against as many days before it, and only where the data reach back so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from clew.app.view import Selection, View
from clew.app.view.days import day_of
from clew.app.view.values.compare import Span, compare, spans, within

UTC = ZoneInfo("UTC")


def ends(view: View) -> tuple[date, date]:
    return day_of(int(view.journeys.started_us.min()), UTC), day_of(int(view.journeys.ended_us.max()), UTC)


def test_the_period_before_is_as_long_and_ends_the_day_before(view: View) -> None:
    first, _ = ends(view)
    chosen = Span(first + timedelta(days=20), first + timedelta(days=29))
    found = spans(view, within(Selection(), chosen, UTC))
    assert found is not None
    assert found.is_chosen
    assert found.now == chosen
    assert found.before == Span(first + timedelta(days=10), first + timedelta(days=19))


def test_data_that_begin_later_give_nothing_to_compare_with(view: View) -> None:
    first, _ = ends(view)
    ten_days = Span(first + timedelta(days=9), first + timedelta(days=18))
    found = spans(view, within(Selection(), ten_days, UTC))
    assert found is not None
    assert found.before is None
    until_only = spans(view, replace(within(Selection(), ten_days, UTC), since_us=None))
    assert until_only is not None
    assert (until_only.now.first, until_only.before) == (first, None)


def test_without_a_period_the_last_days_stand_against_as_many_before(view: View) -> None:
    first, last = ends(view)
    found = spans(view, Selection(channel=("email",)))
    assert found is not None
    assert found.before is not None
    assert not found.is_chosen
    assert found.now.last == last
    assert found.now.days == found.before.days <= 30
    assert found.before.first >= first


def test_a_period_beyond_the_data_is_none(view: View) -> None:
    assert spans(view, within(Selection(), Span(date(2031, 1, 1), date(2031, 1, 31)), UTC)) is None


@pytest.mark.parametrize("metric", ["contacts_per_journey", "time_to_first_response"])
def test_a_comparison_is_the_two_values_and_says_how_many_journeys_are_in_both(view: View, metric: str) -> None:
    one, other = view.chosen(Selection(channel=("email",))), view.chosen(Selection(channel=("chat",)))
    found = compare(view, metric, one, other)
    assert found.now.value == view.metric(metric, one)
    assert found.before.value == view.metric(metric, other)
    assert found.shared == (one & other).sum() > 0
    assert found.now.value.value is not None
    assert found.before.value.value is not None
    assert found.difference.value == pytest.approx(found.now.value.value - found.before.value.value)
    itself = compare(view, metric, one, one).difference
    assert (itself.value, itself.verdict) == (0, "within_chance")
