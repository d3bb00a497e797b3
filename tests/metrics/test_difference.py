"""Two values differ by as much as they do, with the interval that the field's papers print, and chance is called chance."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from clew.metrics import difference
from clew.model import MetricValue


def share(hits: int, of: int) -> MetricValue:
    """A share with its Wilson interval (1927), written down here once more as the papers have it."""
    z, p = 1.959964, hits / of
    centre, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = ((centre + side * half) / (1 + z * z / of) for side in (-1, 1))
    return MetricValue("m", "M", p, "ratio", of, low, high, "ok", "")


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    # Newcombe 1998 (Statistics in Medicine 17, 873), table II, method 10: contrasts a to d.
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_the_interval_of_two_shares_is_the_published_one(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    found = difference(share(*one), share(*other))
    assert found.low == pytest.approx(low, abs=0.00006)
    assert found.high == pytest.approx(high, abs=0.00006)


def test_a_difference_whose_interval_holds_nought_is_called_chance_and_no_other_is() -> None:
    assert difference(share(56, 70), share(48, 80)).verdict == "up"
    assert difference(share(48, 80), share(56, 70)).verdict == "down"
    assert difference(share(5, 56), share(0, 29)).verdict == "within_chance"
    assert difference(share(9, 30), share(9, 30)).verdict == "within_chance"


def test_without_a_value_or_an_interval_the_verdict_is_unknown_and_says_why() -> None:
    value = share(56, 70)
    missing = replace(value, value=None, low=None, high=None, state="withheld", reason="withheld: only 3 journeys")
    found = difference(value, missing)
    assert (found.value, found.verdict) == (None, "unknown")
    assert found.reason == "before: withheld: only 3 journeys"
    # The end of the earlier interval isn't known: the value may have been anything up to far above.
    open_ended = replace(share(48, 80), high=None)
    assert difference(value, open_ended).verdict == "unknown"
    assert difference(value, open_ended).value == pytest.approx(0.2)


def test_an_open_end_on_the_other_side_leaves_the_verdict_certain() -> None:
    # From 40 s up to nobody knows what, against 10 to 12 s: longer in any case.
    now = MetricValue("m", "M", 50.0, "seconds", 40, 40.0, None, "ok", "")
    before = MetricValue("m", "M", 11.0, "seconds", 40, 10.0, 12.0, "ok", "")
    found = difference(now, before)
    assert (found.verdict, found.high) == ("up", None)
