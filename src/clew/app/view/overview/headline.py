"""The numbers that head the overview: value, how it moves, and how it stands against the period before."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.selection import Selection
from clew.app.view.values.compare import Comparison, Spans, compare, spans, within
from clew.app.view.values.grouped import GroupValue, group_value
from clew.app.view.values.trend import Trend, timeline, trend
from clew.app.view.view import View
from clew.metrics import Metric, known_metrics


@dataclass(frozen=True)
class HeadlineMetric:
    """One metric over the selection, with its trend; ``change`` is None where the data hold no period to compare with."""

    metric: Metric
    group: GroupValue
    trend: Trend
    change: Comparison | None


@dataclass(frozen=True)
class Headline:
    """The headline metrics in their places, and the two periods that their changes compare."""

    metrics: tuple[HeadlineMetric, ...]
    spans: Spans | None


def headline_metrics() -> list[Metric]:
    """Return the metrics that have a place in the headline, in that order."""
    placed = [(each.headline_place, each) for each in known_metrics().values() if each.headline_place is not None]
    return [metric for _, metric in sorted(placed, key=lambda each: each[0])]


def headline(view: View, chosen: NDArray[np.bool_], selection: Selection) -> Headline:
    """Return the headline of a selection; without a period, changes are those of the last days of the data."""
    found = spans(view, selection)
    masks = None
    if found is not None and found.before is not None:
        zone = ZoneInfo(view.settings.time_zone)
        masks = tuple(view.chosen(within(selection, span, zone)) for span in (found.now, found.before))
    line = timeline(view, chosen, selection)
    return Headline(
        tuple(
            HeadlineMetric(
                metric,
                group_value(view, metric.name, chosen),
                trend(view, metric.name, line),
                compare(view, metric.name, *masks) if masks else None,
            )
            for metric in headline_metrics()
        ),
        found,
    )
