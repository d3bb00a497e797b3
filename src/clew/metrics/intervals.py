"""95 % intervals of shares and means that take a customer's several journeys as one voice, not several."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Z = 1.959963984540054


@dataclass(frozen=True)
class ClusterSums:
    """Sums over customers of their totals y and counts n: what the variance of sum(y)/sum(n) is made of."""

    customers: int
    y: float
    n: float
    yy: float
    yn: float
    nn: float

    @property
    def estimate(self) -> float:
        """The share or mean."""
        return self.y / self.n

    @property
    def variance(self) -> float:
        """Linearised variance of a ratio of totals over clusters (Cochran 1977, 6.3), with the m/(m-1) factor."""
        if self.customers < 2:
            return math.nan
        ratio = self.estimate
        squares = max(self.yy - 2 * ratio * self.yn + ratio * ratio * self.nn, 0.0)
        return self.customers / (self.customers - 1) * squares / (self.n * self.n)


def cluster_sums(
    values: NDArray[np.float64], customers: NDArray[np.int64], weights: NDArray[np.float64] | None = None
) -> ClusterSums:
    """Return the sums of values whose customers are numbered from 0; not every number need occur.

    With weights each value counts so many times: y sums value times weight, and n the weights.
    """
    import numpy as np

    sizes = np.bincount(customers)
    sums = np.bincount(customers, weights=values if weights is None else values * weights)[sizes > 0]
    counts = sizes if weights is None else np.bincount(customers, weights=weights)
    n = counts[sizes > 0].astype(np.float64)
    # Products written out, not ``@``: BLAS wakes threads for it, which wait long for a core on a busy machine.
    yy, yn, nn = float(np.sum(sums * sums)), float(np.sum(sums * n)), float(np.sum(n * n))
    return ClusterSums(len(n), float(sums.sum()), float(n.sum()), yy, yn, nn)


def share_interval(sums: ClusterSums) -> tuple[float, float]:
    """Return the Wilson interval with the effective sample size (Korn and Graubard 1998), always within 0..1.

    Where all journeys agree the variance says nothing, so the customers count instead: as many voices as people.

    >>> low, high = share_interval(ClusterSums(100, 50.0, 100.0, 50.0, 50.0, 100.0))
    >>> round(low, 3), round(high, 3)
    (0.403, 0.597)
    """
    share, variance = sums.estimate, sums.variance
    spread = share * (1 - share)
    effective = min(spread / variance, sums.n) if variance > 0 and spread > 0 else float(sums.customers)
    centre = (share + Z * Z / (2 * effective)) / (1 + Z * Z / effective)
    half = Z / (1 + Z * Z / effective) * math.sqrt(share * (1 - share) / effective + Z * Z / (4 * effective**2))
    return max(0.0, min(centre - half, share)), min(1.0, max(centre + half, share))


def mean_interval(sums: ClusterSums) -> tuple[float, float] | None:
    """Return the t interval over customers, or None for a single customer."""
    if sums.customers < 2:
        return None
    from scipy.special import stdtrit

    half = float(stdtrit(sums.customers - 1, 0.975)) * math.sqrt(sums.variance)
    return sums.estimate - half, sums.estimate + half
