"""How what a cell counts moves from one day, week or month to the next, by when its journeys began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from clew.app.view.days import Period
from clew.app.view.values.trend import Timeline


@dataclass(frozen=True)
class CountBucket:
    """The journeys that began from ``first_day`` to ``last_day``: how many things of the entry they hold, and of its whole cell."""

    first_day: date
    last_day: date
    n: int
    whole: int

    @property
    def share(self) -> float | None:
        """The entry's share of its cell; None where the cell is empty."""
        return self.n / self.whole if self.whole else None


@dataclass(frozen=True)
class CountTrend:
    """Buckets without gaps, in order; their n sum to the number."""

    period: Period
    buckets: tuple[CountBucket, ...]


def count_trend(line: Timeline, times: NDArray[np.int64], whole: NDArray[np.int64]) -> CountTrend:
    """Return the counts for each period of a timeline."""
    rows, cuts = line.groups.rows, line.groups.cuts
    n = np.append(0, np.cumsum(times[rows]))
    of = np.append(0, np.cumsum(whole[rows]))
    if line.limits is None:
        return CountTrend(line.period, ())
    return CountTrend(
        line.period,
        tuple(
            CountBucket(
                max(first, line.limits[0]), min(last, line.limits[1]), int(n[end] - n[start]), int(of[end] - of[start])
            )
            for (first, last), (start, end) in zip(line.spans, pairwise(cuts), strict=True)
        ),
    )
