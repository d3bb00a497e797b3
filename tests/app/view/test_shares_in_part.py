"""A share that a journey can have in part, as of its handoffs, spreads over never, less than half, more, and always."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from clew.app.view.values.distribution import distribution
from clew.metrics import PARTS, Measured


def spread(values: list[float], weights: list[float] | None) -> list[tuple[float, int]]:
    part = np.full(len(values), PARTS.index("counted"), dtype=np.int8)
    customers = np.arange(len(values))
    measured = Measured(np.array(values), part, customers, None if weights is None else np.array(weights))
    view = SimpleNamespace(measured=lambda _name: measured)
    bins = distribution(view, "asked_again_rate", np.ones(len(values), dtype=bool))  # type: ignore[arg-type]
    return [(each.low, each.counted) for each in bins]


def test_every_journey_stands_in_the_bar_of_its_share() -> None:
    found = spread([0.0, 0.0, 0.25, 0.5, 0.9, 1.0], [1.0, 2.0, 4.0, 2.0, 10.0, 3.0])

    assert found == [(0.0, 2), (1e-9, 1), (0.5, 2), (1.0, 1)]


def test_what_holds_or_does_not_has_two_bars() -> None:
    assert spread([0.0, 1.0, 1.0], None) == [(0.0, 1), (1.0, 2)]
