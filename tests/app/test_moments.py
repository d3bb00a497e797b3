"""Moments are shown in the workspace's own time zone, as people there read them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from clew.app.moments import shown_moment

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("moment_us", "shown"),
    [
        (0, "1970-01-01T01:00:00+01:00"),
        (-1_000_000, "1970-01-01T00:59:59+01:00"),
        (1_711_846_800_000_000, "2024-03-31T03:00:00+02:00"),  # an hour is left out that night
        (1_711_846_799_999_999, "2024-03-31T01:59:59+01:00"),
    ],
)
def test_a_moment_has_the_clock_and_the_offset_of_its_place_and_is_never_rounded_up(moment_us: int, shown: str) -> None:
    assert shown_moment(moment_us, BERLIN) == shown


def test_milliseconds_are_told_on_request() -> None:
    assert shown_moment(1_234_567, BERLIN, milliseconds=True) == "1970-01-01T01:00:01.234+01:00"
