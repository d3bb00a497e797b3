"""first_contact_resolution: resolved with one contact and never reopened, of journeys that are over."""

from __future__ import annotations

from tests.metrics.measuring import journey, many, measure, parts

JOURNEYS = [
    *many(4),
    journey(10, contacts=2),
    journey(11, reopens=1),
    journey(12, outcome="closed"),
    journey(13, outcome="unknown"),
]


def test_four_of_eight_journeys_were_resolved_in_one_contact() -> None:
    found = measure("first_contact_resolution", JOURNEYS)

    assert (found.value, found.n, found.unit) == (0.5, 8, "ratio")


def test_journeys_still_open_are_too_young_and_those_without_contact_left_out() -> None:
    more = [*JOURNEYS, journey(20, outcome="open", censored=True), journey(21, contacts=0)]
    found = measure("first_contact_resolution", more)

    assert (found.value, found.n, found.immature) == (0.5, 8, 1)
    assert parts("first_contact_resolution", more) == {"counted": 8, "immature": 1, "left_out": 1}
    assert "1 too young to count; 1 left out: journeys without a contact" in found.reason


def test_a_source_that_records_no_resolutions_is_left_out() -> None:
    silent = [journey(30 + number, source="social", outcome="unknown") for number in range(9)]

    assert measure("first_contact_resolution", [*JOURNEYS, *silent]).n == 8
    assert measure("first_contact_resolution", silent).state == "empty"
    assert measure("first_contact_resolution", silent).reason.startswith("no source records when an issue was resolved")
