"""Numbers are said in one way, and texts are measured as the font draws them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.maps import wording
from clew.maps.svg_text import shorten, width_of
from clew.model.journey_map import MetricValue, SourceLine
from tests.maps import sample


def test_widths_are_those_of_the_font() -> None:
    """Inter's tabular digits are all equally wide; "iiii" is narrower than "mmmm"; bold is wider."""
    assert len({width_of(digit, 10) for digit in "0123456789"}) == 1
    assert width_of("iiii", 10) < width_of("mmmm", 10) < width_of("mmmm", 10, 600)
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert shorten("short", 100, 10) == "short"
    assert shorten("a rather long label", 40, 10).endswith("…")


@pytest.mark.parametrize(
    ("interactions", "sources", "expected"),
    [(0, True, "clew sources"), (9, True, "clew build"), (0, False, "clew import")],
)
def test_the_next_step_fits_what_is_missing(interactions: int, sources: bool, expected: str) -> None:
    lines = (SourceLine("calls.csv", 4, 0, 0, 4, 0, 0),) if sources else ()
    assert expected in wording.next_step(replace(sample.empty(), interactions=interactions, sources=lines))


def test_a_share_resolved_says_of_how_many_that_ended() -> None:
    path = sample.full().variants[0]
    assert wording.resolved(replace(path, resolved_share=0.75, told=12)) == "75 % of 12"
    assert wording.resolved(replace(path, resolved_share=None, told=4)) == "withheld, n = 4"
    assert wording.resolved(replace(path, resolved_share=None, told=0)) == "none ended"


def test_a_ledger_that_does_not_balance_says_by_how_much() -> None:
    """60 received; 56 + 1 + 2 + 0 = 59 told of: one is unaccounted for."""
    assert wording.balance(SourceLine("pilot.csv", 60, 56, 1, 2, 0, 56)) == "1 unaccounted for"
    assert wording.balance(SourceLine("pilot.csv", 59, 56, 1, 2, 0, 56)) == "balanced"


def test_numbers_are_worded_in_one_way() -> None:
    assert [wording.duration(seconds) for seconds in (0, 0.4, 45, 600, 4_380, 79_560, 259_200, -90)] == [
        "0 s", "0.4 s", "45 s", "10 min", "73 min", "22.1 h", "3 d", "-1.5 min",
    ]  # fmt: skip
    assert wording.count(24_918) == "24,918"
    assert wording.ratio(0.874) == "87.4 %"
    metric = MetricValue("x", "X", 0.874, "ratio", 100, 0.86, 0.89, "ok", "")
    assert wording.interval(metric) == "86 % to 89 %"
    assert (
        wording.period(replace(sample.empty(), first_us=0, last_us=86_400_000_000)) == "1 Jan 1970 to 2 Jan 1970 (UTC)"
    )
