"""Whether stated 95 % intervals hold the truth, one by one and how often."""

from __future__ import annotations

from clew.simulator.score.row import Measure, Row


def covers(truth: float, low: float | None, high: float | None) -> float | None:
    """Return 1.0 where the interval holds the truth, 0.0 where it doesn't, None where there is no interval.

    An end that is missing is open.

    >>> covers(3.0, 2.5, None), covers(3.0, 3.5, 4.0), covers(3.0, None, None)
    (1.0, 0.0, None)
    """
    if low is None and high is None:
        return None
    return float((low is None or low <= truth) and (high is None or truth <= high))


def covering(inside: list[float], what: str) -> Row:
    """Return the row that says how many of the intervals hold the truth; 0.95 is what they promise."""
    if not inside:
        return Row("intervals", note=f"no {what}", state="not submitted")
    share = Measure("share", sum(inside) / len(inside))
    return Row("intervals", (share,), len(inside), f"share of {what} that hold the truth; 0.95 is promised")
