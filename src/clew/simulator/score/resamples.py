"""How sure a score is: the same people drawn again and again, each time with everything that happened to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clew.simulator.score.row import Measure

Numbers = NDArray[np.float64]
#: Takes sums along the last axis (…, columns) and gives one number for each set of them.
Statistic = Callable[[Numbers], Numbers]
DRAWS = 300
#: Beyond so many people, groups of people are drawn: memory and time stay bounded and the intervals the same.
MOST_DRAWN = 20_000


class Resamples:
    """Bootstrap over true persons (Efron and Tibshirani 1993, percentile intervals); the same seed gives the same draws."""

    def __init__(self, people: int, seed: int = 7, draws: int = DRAWS) -> None:
        """Draw among ``people`` persons, numbered from 0; number ``people`` is nobody, and is in every draw once."""
        self.people = people
        self._seed = seed
        self._draws = draws

    def measures(self, sums: Numbers, statistics: Mapping[str, Statistic]) -> tuple[Measure, ...]:
        """Return each statistic of the total with its 95 % interval.

        ``sums`` has one row a person and one for nobody (people + 1), and one column for each thing that is summed.
        """
        known = sums[: self.people]
        drawn = min(self.people, MOST_DRAWN)
        if drawn < self.people:
            grouped = np.zeros((drawn, sums.shape[1]))
            np.add.at(grouped, np.arange(self.people) % drawn, known)
            known = grouped
        resampled = self._weights.astype(np.float64) @ known + sums[self.people :].sum(axis=0)
        total = sums.sum(axis=0)
        if self.people < 2 or not known.any():
            # Of one person, or of nobody in particular, there is nothing to draw.
            resampled = resampled[:0]
        return tuple(_measure(name, statistic, total, resampled) for name, statistic in statistics.items())

    @cached_property
    def _weights(self) -> NDArray[np.uint8]:
        """How often each drawn person is in each draw."""
        count = min(self.people, MOST_DRAWN)
        random = np.random.default_rng(self._seed)
        weights = np.zeros((self._draws, count), dtype=np.uint8)
        for draw in weights:
            draw[:] = np.bincount(random.integers(count, size=count), minlength=count) if count else 0
        return weights


def _measure(name: str, statistic: Statistic, total: Numbers, resampled: Numbers) -> Measure:
    value = float(statistic(total))
    if np.isnan(value):
        return Measure(name, None)
    again = statistic(resampled)
    again = again[~np.isnan(again)]
    if not len(again):
        return Measure(name, value)
    low, high = np.percentile(again, [2.5, 97.5])
    return Measure(name, value, float(low), float(high))


def ratio(top: int, bottom: int) -> Statistic:
    """Return the statistic column ``top`` over column ``bottom``; not a number where the latter is 0."""
    return lambda sums: divided(sums[..., top], sums[..., bottom])


def divided(top: Numbers, bottom: Numbers) -> Numbers:
    """Return top over bottom, not a number where bottom is 0."""
    top, bottom = np.asarray(top, dtype=np.float64), np.asarray(bottom, dtype=np.float64)
    return np.divide(top, bottom, out=np.full(np.broadcast(top, bottom).shape, np.nan), where=bottom > 0)
