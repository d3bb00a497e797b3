"""What is told of a group of handoffs: how many, in how many journeys, how long the next party took, how it ended."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.word import SECOND_US, UNTOLD
from clew.app.view.view import View
from clew.metrics import WITHHELD_BELOW, cluster_sums, share_interval


@dataclass(frozen=True)
class Handed:
    """A group of handoffs; ``answered + unanswered`` is ``n``, and so is ``resolved + unresolved + untold``.

    Waits are of the answered ones and run until the next party first acts; None below five. ``unresolved_share`` is of the
    journeys that tell how they ended, and None below five of those.
    """

    n: int
    journeys: int
    answered: int
    median_wait_seconds: float | None
    p90_wait_seconds: float | None
    resolved: int
    unresolved: int
    untold: int

    @property
    def unanswered(self) -> int:
        """Handoffs after which nobody acted."""
        return self.n - self.answered

    @property
    def unresolved_share(self) -> float | None:
        """The share of handoffs whose journey ended without a solution, of those that tell."""
        told = self.resolved + self.unresolved
        return self.unresolved / told if told >= WITHHELD_BELOW else None


@dataclass(frozen=True)
class Unresolved:
    """The share of handoffs whose journey wasn't resolved, of those in journeys that ``told`` how they ended, with its interval."""

    share: float
    low: float
    high: float
    told: int


def unresolved(view: View, rows: NDArray[np.int64], enough: int = WITHHELD_BELOW) -> Unresolved | None:
    """Return the share of these handoffs that ended without a solution, with a 95 % interval that takes a customer as one voice.

    None where fewer than ``enough`` told how they ended.
    """
    journeys = view.journeys
    of = view.handoffs.journey[rows]
    told = of[~journeys.outcome.among(UNTOLD)[of]]
    if len(told) < enough:
        return None
    ended_so = ~journeys.outcome.among(("resolved",))[told]
    customers = np.unique(journeys.customer.codes[told], return_inverse=True)[1].reshape(-1)
    sums = cluster_sums(ended_so.astype(np.float64), customers)
    return Unresolved(sums.estimate, *share_interval(sums), told=len(told))


def handed(view: View, rows: NDArray[np.int64], group: NDArray[np.int64], groups: int) -> list[Handed]:
    """Measure several groups of handoffs at once: ``group`` numbers each of ``rows`` from 0 below ``groups``."""
    journey = view.handoffs.journey[rows]
    n = np.bincount(group, minlength=groups)
    pairs = np.unique(group.astype(np.int64) * len(view.journeys) + journey)
    journeys = np.bincount(pairs // max(len(view.journeys), 1), minlength=groups)
    outcome = view.journeys.outcome
    untold, resolved = (
        np.bincount(group[outcome.among(words)[journey]], minlength=groups) for words in (UNTOLD, ("resolved",))
    )
    answered, median, p90 = _waits(view.handoffs.wait_us[rows], group, groups)
    return [
        Handed(
            n=int(n[at]),
            journeys=int(journeys[at]),
            answered=int(answered[at]),
            median_wait_seconds=_shown(median[at], answered[at]),
            p90_wait_seconds=_shown(p90[at], answered[at]),
            resolved=int(resolved[at]),
            unresolved=int(n[at] - resolved[at] - untold[at]),
            untold=int(untold[at]),
        )
        for at in range(groups)
    ]


def _waits(
    wait_us: NDArray[np.int64], group: NDArray[np.int64], groups: int
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return how many of each group were answered, and the median and 90th percentile of their waits in microseconds."""
    told = wait_us >= 0
    waits, of = wait_us[told], group[told]
    waits = waits[np.lexsort((waits, of))]
    sizes = np.bincount(of, minlength=groups)
    starts = np.cumsum(sizes) - sizes
    return sizes, _quantile(waits, starts, sizes, 0.5), _quantile(waits, starts, sizes, 0.9)


def _quantile(
    ordered: NDArray[np.int64], starts: NDArray[np.int64], sizes: NDArray[np.int64], share: float
) -> NDArray[np.float64]:
    """Return a quantile of each stretch, between the two values nearest to it (type 7 of Hyndman and Fan 1996)."""
    if not len(ordered):
        return np.full(len(sizes), np.nan)
    place = np.maximum(sizes - 1, 0) * share
    low = np.minimum(starts + np.floor(place).astype(np.int64), len(ordered) - 1)
    high = np.minimum(starts + np.ceil(place).astype(np.int64), len(ordered) - 1)
    below, above = ordered[low].astype(np.float64), ordered[high].astype(np.float64)
    return np.where(sizes > 0, below + (above - below) * (place - np.floor(place)), np.nan)


def _shown(wait_us: float, answered: int) -> float | None:
    return float(wait_us) / SECOND_US if answered >= WITHHELD_BELOW else None
