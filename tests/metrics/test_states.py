"""Honest emptiness: thin below 30, withheld below 5, immature before its window closes, empty with its reason."""

from __future__ import annotations

import pytest

from tests.metrics.measuring import DAY, HOUR, START, journey, many, measure

RATE, MEAN, MEDIAN = "sla_met_rate", "contacts_per_journey", "time_to_resolution"


@pytest.mark.parametrize("name", [RATE, MEAN, MEDIAN])
def test_below_five_a_value_is_withheld(name: str) -> None:
    found = measure(name, many(4, sla_met=True))

    assert (found.value, found.low, found.high, found.n, found.state) == (None, None, None, 4, "withheld")
    assert found.reason.startswith("withheld: only 4 journeys, fewer than 5")


@pytest.mark.parametrize("name", [RATE, MEAN, MEDIAN])
@pytest.mark.parametrize("count", [5, 29])
def test_below_thirty_a_value_is_thin(name: str, count: int) -> None:
    found = measure(name, many(count, sla_met=True))

    assert (found.value is None, found.n, found.state) == (False, count, "thin")
    assert found.reason == "thin: fewer than 30 journeys"


@pytest.mark.parametrize("name", [RATE, MEAN, MEDIAN])
def test_from_thirty_on_a_value_stands_without_remarks(name: str) -> None:
    found = measure(name, many(30, sla_met=True))

    assert (found.n, found.state, found.reason) == (30, "ok", "")
    assert found.low is not None and found.high is not None and found.value is not None
    assert found.low <= found.value <= found.high


def test_what_nobody_recorded_is_empty_and_never_zero() -> None:
    found = measure(RATE, many(40))

    assert (found.value, found.n, found.state) == (None, 0, "empty")
    assert found.reason.startswith("no source says whether a service level was met; 40 left out")


def test_windows_that_are_all_open_make_a_value_immature() -> None:
    found = measure("no_repeat_within_7d", many(40))

    assert (found.value, found.n, found.immature, found.state) == (None, 0, 40, "immature")
    assert found.reason == "40 journeys, all too young to count (ripe after the repeat window (7 days))"


def test_young_journeys_beside_ripe_ones_are_counted_out_and_said() -> None:
    young = journey(50, first_contact_us=START + 9 * DAY, ended_us=START + 10 * DAY)
    found = measure("no_repeat_within_7d", [*many(40), young])

    assert (found.value, found.n, found.immature, found.reason) == (1.0, 40, 1, "1 too young to count")


def test_a_median_that_most_did_not_reach_is_no_number() -> None:
    undone: dict[str, object] = {"first_resolved_us": None, "resolved_us": None, "outcome": "open", "censored": True}
    found = measure(MEDIAN, [*many(10), *(journey(20 + n) | undone for n in range(30))])

    # The curve ends at 30 of 40: nobody knows when half are settled.
    assert (found.value, found.state) == (None, "empty")
    assert found.reason.startswith("fewer than half got there within the")


def test_a_median_of_few_that_got_there_is_withheld_however_many_are_censored() -> None:
    undone: dict[str, object] = {"first_resolved_us": None, "resolved_us": None, "outcome": "open", "censored": True}
    found = measure(MEDIAN, [*many(4), *(journey(20 + n, first_contact_us=START + HOUR) | undone for n in range(3))])

    # Those three were seen for no time at all, so the four alone make the curve.
    assert (found.value, found.n, found.state) == (None, 4, "withheld")


def test_a_single_customers_journeys_have_no_interval_of_a_mean() -> None:
    found = measure(MEAN, [journey(n, customer="mia", contacts=n % 3 + 1) for n in range(40)])

    assert (found.low, found.high) == (None, None)
    assert found.reason == "no interval: a single customer"
