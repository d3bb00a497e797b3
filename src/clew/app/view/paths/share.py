"""What share of a group of journeys does something, with an interval that takes a customer's several journeys as one voice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.metrics import ClusterSums, Difference, difference, share_interval
from clew.model import MetricValue


@dataclass(frozen=True)
class Share:
    """``n`` of ``of`` journeys; ``value`` is None where the group is empty."""

    n: int
    of: int
    value: float | None
    low: float | None
    high: float | None


class Group:
    """A group of journeys and whose they are, numbered once for all shares."""

    def __init__(self, view: View, chosen: NDArray[np.bool_]) -> None:
        """Number the customers of the chosen journeys."""
        self.chosen = chosen
        self.rows = np.flatnonzero(chosen)
        codes = view.journeys.customer.codes[self.rows]
        there = np.zeros(len(view.journeys.customer.names), dtype=bool)
        there[codes] = True
        self._customer = (np.cumsum(there) - 1)[codes]
        self._sizes = np.bincount(self._customer).astype(np.float64)
        self._squares = _product(self._sizes, self._sizes)

    @property
    def customers(self) -> int:
        """Count the customers."""
        return len(self._sizes)

    def share(self, having: NDArray[np.bool_]) -> Share:
        """Return the share of the group among whose journeys are in ``having`` (one flag for each of the view's)."""
        whole = len(self.rows)
        if not whole:
            return Share(0, 0, None, None, None)
        own = self._customer[having[self.rows]]
        sums = np.bincount(own, minlength=len(self._sizes)).astype(np.float64)
        found = ClusterSums(
            len(self._sizes),
            float(len(own)),
            float(whole),
            _product(sums, sums),
            _product(sums, self._sizes),
            self._squares,
        )
        low, high = share_interval(found)
        return Share(len(own), whole, found.estimate, low, high)


def _product(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return the scalar product. Not ``@``: BLAS wakes threads for it that wait long for a core on a busy machine."""
    return float(np.sum(one * other))


def apart(now: Share, before: Share) -> Difference:
    """Return the first share minus the second, with its interval (see clew.metrics.difference)."""
    return difference(_value(now), _value(before))


def _value(share: Share) -> MetricValue:
    empty = share.value is None
    reason = "no journeys in this group" if empty else ""
    state = "empty" if empty else "ok"
    return MetricValue("share", "Share", share.value, "ratio", share.of, share.low, share.high, state, reason)
