"""How a metric's values spread over journeys: how many waited so long, got in touch so often, met it or not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.metrics import PARTS, known_metrics

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
#: Where the bins of times begin, in seconds: finer where service is fast, as waits spread over six powers of ten.
SECONDS_FROM = (
    *(0.0, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR),
    *(DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 28 * DAY),
)
#: Where the bins of shares begin that a journey can have in part: none, some, half or more, all.
SHARES_FROM = (0.0, 1e-9, 0.5, 1.0)
#: Counts up to this one have a bin each.
LARGEST_COUNT = 10


@dataclass(frozen=True)
class Bin:
    """Journeys with a value from ``low`` up to below ``high`` (None: no end); ``censored`` have at least their value."""

    low: float
    high: float | None
    counted: int
    censored: int

    def through(self, metric: str) -> str:
        """Return the through word of the journeys counted or censored in this bin."""
        return f"metric:{metric}//value={self.low:.12g}..{'' if self.high is None else format(self.high, '.12g')}"


def distribution(view: View, metric: str, chosen: NDArray[np.bool_]) -> tuple[Bin, ...]:
    """Return the bins of a metric's values, without the empty ones at the end; they hold every journey measured."""
    measured = view.measured(metric)
    part, value = measured.part[chosen], measured.value[chosen]
    edges = np.array(SHARES_FROM if measured.weight is not None else bins_from(known_metrics()[metric].unit))
    held = {}
    for name in ("counted", "censored"):
        values = value[part == PARTS.index(name)]
        place = np.maximum(np.searchsorted(edges, values, side="right") - 1, 0)
        held[name] = np.bincount(place, minlength=len(edges))
    highs = [*edges[1:].tolist(), None]
    found = [
        Bin(float(low), high, int(counted), int(censored))
        for low, high, counted, censored in zip(edges, highs, held["counted"], held["censored"], strict=True)
    ]
    while len(found) > 2 and not found[-1].counted and not found[-1].censored:
        found.pop()
    return tuple(found)


def bins_from(unit: str) -> tuple[float, ...]:
    """Return where the bins of a unit's values begin; each ends where the next begins, the last has no end."""
    if unit == "seconds":
        return SECONDS_FROM
    if unit == "ratio":
        return (0.0, 1.0)
    return tuple(float(count) for count in range(LARGEST_COUNT + 2))
