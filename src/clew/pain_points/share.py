"""The share of journeys that hold something, with an interval that takes a customer's several journeys as one voice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from clew.metrics import THIN_BELOW, WITHHELD_BELOW, cluster_sums, share_interval
from clew.model import MetricValue


def journey_share(
    name: str, title: str, hurt: NDArray[np.bool_], customers: NDArray[np.integer], not_looked_for: str = ""
) -> MetricValue:
    """Return which share of these journeys is ``hurt``; thin below 30 journeys, withheld below 5, always with n."""
    n = len(hurt)

    def told(
        state: str, reason: str, value: tuple[float | None, float | None, float | None] = (None, None, None)
    ) -> MetricValue:
        share, low, high = value
        return MetricValue(name, title, share, "ratio", n, low, high, state, reason, better="lower")  # type: ignore[arg-type]

    if not_looked_for:
        return told("empty", not_looked_for)
    if n < WITHHELD_BELOW:
        few = f"withheld: only {n} journeys, fewer than {WITHHELD_BELOW}"
        return told("withheld", few) if n else told("empty", "there are no journeys")
    sums = cluster_sums(hurt.astype(np.float64), customers.astype(np.int64))
    value = (sums.estimate, *share_interval(sums))
    return told("thin", f"thin: fewer than {THIN_BELOW} journeys", value) if n < THIN_BELOW else told("ok", "", value)
