"""time_to_resolution and time_to_first_resolution: from first contact until the issue is settled for good, or at first."""

from __future__ import annotations

import pytest

from tests.metrics.measuring import HOUR, START, journey, measure, parts


def settled(number: int, hours: int, first_hours: int | None = None) -> dict[str, object]:
    first = START + (hours if first_hours is None else first_hours) * HOUR
    return journey(number, first_resolved_us=first, resolved_us=START + hours * HOUR, ended_us=START + hours * HOUR)


BOTH = ("time_to_resolution", "time_to_first_resolution")
JOURNEYS = [settled(n, hours) for n, hours in enumerate([1, 2, 3, 5, 8, 13])]


@pytest.mark.parametrize("name", BOTH)
def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle(name: str) -> None:
    assert (measure(name, JOURNEYS).value, measure(name, JOURNEYS).n) == (4 * 3600, 6)


def test_a_reopened_journey_is_settled_for_good_only_at_the_end() -> None:
    reopened = [settled(n, 10, first_hours=2) for n in range(5)]

    assert measure("time_to_resolution", reopened).value == 10 * 3600
    assert measure("time_to_first_resolution", reopened).value == 2 * 3600


@pytest.mark.parametrize("name", BOTH)
def test_open_journeys_are_censored_and_lift_the_median(name: str) -> None:
    undone: dict[str, object] = {"first_resolved_us": None, "resolved_us": None}
    still_open = [journey(10 + n, ended_us=START, outcome="open", censored=True) | undone for n in range(4)]
    found = measure(name, [*JOURNEYS, *still_open])

    # Ten are at risk until the source's last moment at 13 hours: survival is 0.9, 0.8, 0.7, 0.6 and 0.5 after 8 hours,
    # 0.4 at 13: the curve lies on one half from 8 to 13.
    assert (found.value, found.n) == (10.5 * 3600, 6)
    assert found.reason.startswith("4 not there yet (censored)")


@pytest.mark.parametrize("name", BOTH)
def test_journeys_given_up_are_known_to_be_unresolved_until_they_ended(name: str) -> None:
    left = journey(10, ended_us=START + HOUR, outcome="abandoned", first_resolved_us=None, resolved_us=None)

    assert parts(name, [*JOURNEYS, left]) == {"counted": 6, "censored": 1}


@pytest.mark.parametrize("name", BOTH)
def test_journeys_settled_at_no_known_time_are_left_out(name: str) -> None:
    undated = journey(10, first_resolved_us=None, resolved_us=None)
    other = journey(11, source="social", outcome="unknown", first_resolved_us=None, resolved_us=None)
    found = measure(name, [*JOURNEYS, undated, other])

    assert (found.value, found.n) == (4 * 3600, 6)
    assert found.reason.startswith(
        "thin: fewer than 30 journeys; 2 left out: journeys without a contact or a case, resolved or closed without a date"
    )
