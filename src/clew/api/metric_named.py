"""The metric that an address names."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path

from clew.api.problems import not_found
from clew.metrics import Metric, known_metrics


def metric_named(name: Annotated[str, Path(max_length=100, description="The metric's name")]) -> Metric:
    """Return the metric, or raise a 404 problem that names the known ones."""
    found = known_metrics().get(name)
    if found is None:
        raise not_found(f"There is no such metric. Known: {', '.join(known_metrics())}.")
    return found


#: For an endpoint's signature: ``metric: Named``.
Named = Annotated[Metric, Depends(metric_named)]
