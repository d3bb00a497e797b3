"""The median time to an event when some haven't got there yet: read off the survival curve (Kaplan and Meier 1958)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def median_of_times(times: NDArray[np.float64], seen: NDArray[np.bool_]) -> float | None:
    """Return when half have got there, None where the curve never falls so low. ``seen`` is False for the censored.

    At a stretch where exactly half are left, its middle, so that without censoring it is the usual median.
    """
    moments, place = np.unique(times, return_inverse=True)
    if not len(moments):
        return None
    ended = np.bincount(place, weights=seen, minlength=len(moments))
    everyone = np.bincount(place, minlength=len(moments))
    waiting = len(times) - np.concatenate(([0], np.cumsum(everyone)[:-1]))
    left = np.cumprod(1 - ended / waiting)
    reached = np.flatnonzero(left <= 0.5 + 1e-12)
    if not len(reached):
        return None
    first = int(reached[0])
    later = np.flatnonzero((ended > 0) & (np.arange(len(moments)) > first))
    if abs(left[first] - 0.5) <= 1e-12 and len(later):
        return float((moments[first] + moments[later[0]]) / 2)
    return float(moments[first])
