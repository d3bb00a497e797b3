"""The median time to an event when some journeys haven't got there yet: read off the survival curve, with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Z = 1.959963984540054


@dataclass(frozen=True)
class MedianTime:
    """The median and its 95 % interval in the unit of the times; None where the curve never gets that low."""

    median: float | None
    low: float | None
    high: float | None
    longest: float


def median_time(times: NDArray[np.float64], observed: NDArray[np.bool_], customers: NDArray[np.int64]) -> MedianTime:
    """Return the Kaplan-Meier median with an interval that takes a customer's journeys together.

    ``times``, ``observed`` (false = censored) and ``customers`` have one entry a journey. Where the curve is flat at one
    half, the middle of that stretch is the median, so without censoring it is the usual one. The interval inverts the
    curve (Woodruff 1952) with the standard error at the median from summed influence functions per customer (Williams
    1995); without repeated customers that is Greenwood's.
    """
    import numpy as np

    order = np.argsort(times, kind="stable")
    times, observed, customers = times[order], observed[order], customers[order]
    moments, start = np.unique(times, return_index=True)
    at_risk = len(times) - start
    deaths = np.add.reduceat(observed.astype(np.float64), start)
    survival = np.cumprod(1.0 - deaths / at_risk, dtype=np.float64)
    median = _crossing(moments, survival, 0.5)
    if median is None:
        return MedianTime(None, _crossing(moments, survival, 0.5 + 1e-12), None, float(times[-1]))
    # Each journey's share in the error, scaled by those that stay, so that its squares sum to Greenwood's d / (Y (Y - d)).
    staying = at_risk - deaths
    stayed = np.divide(deaths, at_risk * staying, out=np.zeros(len(moments)), where=staying > 0)
    hazards = np.cumsum(stayed)
    last = np.searchsorted(moments, median, side="right") - 1
    place = np.searchsorted(moments, times)
    reached = observed & (place <= last)
    influence = hazards[np.minimum(place, last)] - np.where(reached, stayed[place] + 1.0 / at_risk[place], 0.0)
    per_customer = np.bincount(customers, weights=survival[last] * influence)
    error = float(np.sqrt(np.sum(per_customer**2)))
    low = _crossing(moments, survival, min(0.5 + Z * error, 1.0 - 1e-12))
    high = _crossing(moments, survival, 0.5 - Z * error) if 0.5 - Z * error > 0 else None
    return MedianTime(median, low, high, float(times[-1]))


def _crossing(moments: NDArray[np.float64], survival: NDArray[np.float64], level: float) -> float | None:
    """Return when the curve falls to the level: the middle of the stretch where it lies on it exactly."""
    import numpy as np

    below = np.flatnonzero(survival <= level + 1e-12)
    if not len(below):
        return None
    first = int(below[0])
    on_level = np.flatnonzero(np.abs(survival - level) <= 1e-12)
    if len(on_level):
        after = int(on_level[-1]) + 1
        return float((moments[first] + moments[min(after, len(moments) - 1)]) / 2)
    return float(moments[first])
