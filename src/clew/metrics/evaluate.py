"""Computes metrics from their definitions over a session's journeys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import duckdb

from clew.metrics.measured import measure, summarise
from clew.metrics.metric import Metric
from clew.model import MetricValue, Settings
from clew.plugins import definitions_in


@cache
def known_metrics() -> dict[str, Metric]:
    """Return the metrics by name."""
    return definitions_in("clew.metrics.catalogue", "METRIC", Metric)


def evaluate(
    connection: duckdb.DuckDBPyConnection,
    metrics: Iterable[Metric],
    settings: Settings,
    among: str | None = None,
) -> list[MetricValue]:
    """Evaluate metrics over the session's journeys, or over those whose ``journey_id`` is in the table ``among``.

    What a journey contributes never depends on which others are looked at.
    """
    return [summarise(metric, measure(connection, metric, settings, among)) for metric in metrics]
