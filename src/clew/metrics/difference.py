"""How far two measured values lie apart, with an interval, and whether chance alone can explain it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from clew.model import MetricValue

Verdict = Literal["up", "down", "within_chance", "unknown"]


@dataclass(frozen=True)
class Difference:
    """``now`` minus ``before`` in the metric's unit, with its 95 % interval; None where it can't be known.

    ``verdict``: up or down where the interval lies on one side of 0, ``within_chance`` where it holds 0, ``unknown`` where
    a value is missing or an interval is open on the side that counts; ``reason`` then says which.
    """

    value: float | None
    low: float | None
    high: float | None
    verdict: Verdict
    reason: str = ""


def difference(now: MetricValue, before: MetricValue) -> Difference:
    """Return the difference of two values of one metric, its interval recovered from theirs.

    Squares of the distances from each value to its bounds stand in for variances (MOVER: Zou and Donner 2008; Newcombe
    1998, method 10, for shares), so skewed intervals stay skewed. It takes the two groups as independent; where they share
    customers, who tend to stay as they are, the interval is wider than it need be.
    """
    if now.value is None or before.value is None:
        return Difference(None, None, None, "unknown", _missing(now, before))
    moved = now.value - before.value
    low = _apart(moved, -1, now.value, now.low, before.value, before.high)
    high = _apart(moved, 1, now.value, now.high, before.value, before.low)
    if low is not None and low > 0:
        return Difference(moved, low, high, "up")
    if high is not None and high < 0:
        return Difference(moved, low, high, "down")
    if low is None or high is None:
        return Difference(moved, low, high, "unknown", "no interval for one of the two values")
    return Difference(moved, low, high, "within_chance")


def _apart(
    moved: float, side: int, value: float, bound: float | None, other: float, opposite: float | None
) -> float | None:
    """Return the bound of the difference on one side: one value at its bound, the other at its opposite bound."""
    if bound is None or opposite is None:
        return None
    return moved + side * math.hypot(value - bound, other - opposite)


def _missing(now: MetricValue, before: MetricValue) -> str:
    missing = [
        f"{which}: {each.reason or 'no value'}"
        for which, each in (("now", now), ("before", before))
        if each.value is None
    ]
    return "; ".join(missing)
