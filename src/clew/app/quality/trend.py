"""Says whether a share rises, falls or stays, from its months."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from clew.app.quality.finding import Direction, Month

#: A difference has to be this many standard errors (95 %) and this large a share to be told as one.
STANDARD_ERRORS, LEAST_DIFFERENCE = 1.96, 0.01


def direction(months: Sequence[Month]) -> Direction:
    """Compare the earlier half of the months that count with the later half (the middle one of an odd number counts in neither).

    Source: the test of two proportions with a pooled standard error (any textbook). Fewer than two months tell nothing.
    """
    counted = [month for month in months if month.counts]
    half = len(counted) // 2
    if half == 0:
        return "unknown"
    n_before, of_before = _sums(counted[:half])
    n_after, of_after = _sums(counted[-half:])
    pooled = (n_before + n_after) / (of_before + of_after)
    error = sqrt(pooled * (1 - pooled) * (1 / of_before + 1 / of_after))
    difference = n_after / of_after - n_before / of_before
    if abs(difference) < max(LEAST_DIFFERENCE, STANDARD_ERRORS * error):
        return "steady"
    return "rising" if difference > 0 else "falling"


def _sums(months: Sequence[Month]) -> tuple[int, int]:
    return sum(month.n for month in months), sum(month.of for month in months)
