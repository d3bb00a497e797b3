"""A trend is told only where the months are large enough and the difference is more than chance."""

from __future__ import annotations

import pytest

from clew.app.quality import Month
from clew.app.quality.trend import direction


def months(*counts: tuple[int, int]) -> list[Month]:
    return [Month(f"2026-{number:02}", n, of, of >= 30) for number, (n, of) in enumerate(counts, 1)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([(1, 100), (30, 100)], "rising"),
        ([(30, 100), (1, 100)], "falling"),
        ([(10, 100), (11, 100)], "steady"),
        ([(1, 40), (3, 40)], "steady"),  # 2.5 % to 7.5 %: z = 1.03
        ([(100, 100_000), (300, 100_000)], "steady"),  # certain, but 0.2 points
        ([(1, 100)], "unknown"),
        ([(0, 100), (20, 29)], "unknown"),
        ([(1, 100), (99, 100), (30, 100)], "rising"),  # the middle month counts in neither half
        ([(50, 50), (50, 50)], "steady"),
    ],
)
def test_the_earlier_months_are_compared_with_the_later(counts: list[tuple[int, int]], expected: str) -> None:
    assert direction(months(*counts)) == expected
