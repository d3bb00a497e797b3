"""first_contact_resolution: resolved with one contact and never reopened, of journeys old enough, whatever their outcome."""

from __future__ import annotations

from tests.metrics.measuring import DAY, START, Row, journey, many, measure, parts

WATCHED = {"source_until_us": START + 15 * DAY}
JOURNEYS: list[Row] = [
    *many(4, **WATCHED),
    journey(10, contacts=2, **WATCHED),
    journey(11, reopens=1, **WATCHED),
    journey(12, outcome="closed", **WATCHED),
    journey(13, outcome="unknown", **WATCHED),
]


def test_four_of_eight_journeys_were_resolved_in_one_contact() -> None:
    found = measure("first_contact_resolution", JOURNEYS)

    assert (found.value, found.n, found.unit) == (0.5, 8, "ratio")


def test_young_journeys_wait_even_when_resolved_and_those_without_contact_are_left_out() -> None:
    young = journey(20, first_contact_us=START + 2 * DAY, **WATCHED)
    more = [*JOURNEYS, young, journey(21, contacts=0, **WATCHED)]
    found = measure("first_contact_resolution", more)

    assert (found.value, found.n, found.immature) == (0.5, 8, 1)
    assert parts("first_contact_resolution", more) == {"counted": 8, "immature": 1, "left_out": 1}
    assert "1 too young to count; 1 left out: journeys without a contact" in found.reason


def test_a_source_that_records_no_resolutions_is_left_out() -> None:
    silent = [journey(30 + number, source="social", outcome="unknown", **WATCHED) for number in range(9)]

    assert measure("first_contact_resolution", [*JOURNEYS, *silent]).n == 8
    assert measure("first_contact_resolution", silent).state == "empty"
    assert measure("first_contact_resolution", silent).reason.startswith("no source records when an issue was resolved")
