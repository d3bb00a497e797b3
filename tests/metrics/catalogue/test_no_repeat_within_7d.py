"""no_repeat_within_7d: of journeys whose window has closed, those that nobody came back about."""

from __future__ import annotations

from dataclasses import replace

from clew.model import Settings, Windows
from tests.metrics.measuring import DAY, START, journey, many, measure, parts

#: The source is known until day 30, so that windows of contacts until day 23 have closed.
LAST = journey(99, contacts=0, ended_us=START + 30 * DAY)
JOURNEYS = [
    *many(3),
    journey(10, second_contact_us=START + 7 * DAY - 1),
    journey(11, second_contact_us=START + 7 * DAY),
    journey(12, next_same_issue_us=START + 7 * DAY - 1),
    journey(13, next_same_issue_us=START + 7 * DAY),
    journey(14, next_contact_us=START + DAY),
    LAST,
]


def test_two_of_eight_came_back_within_seven_days() -> None:
    # The seventh day has ended at 7 days; a contact about something else is no repeat.
    found = measure("no_repeat_within_7d", JOURNEYS)

    assert (found.value, found.n) == (6 / 8, 8)


def test_a_window_that_has_not_closed_does_not_count() -> None:
    closed = journey(20, first_contact_us=START + 23 * DAY)
    young = journey(21, first_contact_us=START + 23 * DAY + 1)
    back_already = journey(22, first_contact_us=START + 29 * DAY, second_contact_us=START + 30 * DAY)
    found = measure("no_repeat_within_7d", [*JOURNEYS, closed, young, back_already])

    assert (found.value, found.n, found.immature) == (7 / 9, 9, 2)


def test_journeys_of_nobody_known_are_left_out() -> None:
    assert parts("no_repeat_within_7d", [*JOURNEYS, journey(20, identified=False)]) == {"counted": 8, "left_out": 2}


def test_the_window_is_the_workspaces_to_set() -> None:
    settings = replace(Settings(), windows=Windows(repeat_days=10))

    assert measure("no_repeat_within_7d", JOURNEYS, settings).value == 4 / 8


def test_each_source_closes_its_own_windows() -> None:
    short = [journey(40 + n, source="calls") for n in range(5)]

    assert parts("no_repeat_within_7d", [*JOURNEYS, *short]) == {"counted": 8, "left_out": 1, "immature": 5}
