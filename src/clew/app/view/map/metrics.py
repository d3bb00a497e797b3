"""The map's metrics: those of the journeys that come to a stage or step, and those that head the map."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clew.app.view.map.word import CellWord, ColumnWord, only
from clew.app.view.view import View
from clew.metrics import PARTS, Difference, Measured, Metric, difference, summarise
from clew.model import MetricValue


@dataclass(frozen=True)
class MapMetric:
    """One metric with how it changed (None where nothing is compared), and the word that opens what it rests on."""

    value: MetricValue
    change: Difference | None
    through: str


@dataclass(frozen=True)
class Groups:
    """The journeys that are looked at, and the two periods that changes compare (None where there is none)."""

    chosen: NDArray[np.bool_]
    now: NDArray[np.bool_] | None
    before: NDArray[np.bool_] | None

    def among(self, journeys: NDArray[np.bool_]) -> Groups:
        """Return only those of each group that are among these journeys."""
        chosen = self.chosen & journeys
        now = chosen if self.now is self.chosen else None if self.now is None else self.now & journeys
        return Groups(chosen, now, None if self.before is None else self.before & journeys)


def column_metric(view: View, metric: Metric, column: ColumnWord, groups: Groups) -> MapMetric:
    """Return a metric of the journeys that come to a column."""
    found = measure_groups(view, metric, groups)
    word = only(f"{metric.name}{':counted' if _rests_on_ends(view, metric, found.value, groups.chosen) else ''}")
    return replace(found, through=CellWord("metrics", column, word).through)


def headline_metric(view: View, metric: Metric, groups: Groups) -> MapMetric:
    """Return a metric of all journeys that are looked at."""
    found = measure_groups(view, metric, groups)
    part = "/counted" if _rests_on_ends(view, metric, found.value, groups.chosen) else ""
    return replace(found, through=f"metric:{metric.name}{part}")


def measure_groups(view: View, metric: Metric, groups: Groups) -> MapMetric:
    """Return the metric over the groups; ``through`` is empty."""
    value = _value(view, metric, groups.chosen)
    change = None
    if groups.now is not None and groups.before is not None:
        now = value if groups.now is groups.chosen else _value(view, metric, groups.now)
        change = difference(now, _value(view, metric, groups.before))
    return MapMetric(value, change, "")


def _rests_on_ends(view: View, metric: Metric, value: MetricValue, chosen: NDArray[np.bool_]) -> bool:
    """Whether n counts only journeys that got there: a median's n may leave out those that are still on their way."""
    if metric.statistic != "median":
        return False
    counted = view.measured(metric.name).part[chosen] == PARTS.index("counted")
    return int(np.count_nonzero(counted)) == value.n


def _value(view: View, metric: Metric, chosen: NDArray[np.bool_]) -> MetricValue:
    measured, order = _by_value(view, metric)
    return summarise(metric, measured.among(chosen[order]))


def _by_value(view: View, metric: Metric) -> tuple[Measured, NDArray[np.int64]]:
    """Return what each journey contributes, sorted by it, and the order: medians then find their rows sorted."""

    def sort() -> tuple[Measured, NDArray[np.int64]]:
        measured = view.measured(metric.name)
        order = np.argsort(measured.value, kind="stable")
        return measured.among(order), order

    return view.remembered(("map", "by value", metric.name), sort)
