"""A metric as it stands and as it would be had journeys been cut otherwise, for any selection; from what was cut before, never cutting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from clew.app.other_boundaries import OTHERS, TABLES, TOUCHED, Boundaries, ValueRange, is_cut, other_files
from clew.app.view.selection import Selection, Touched, fitting
from clew.app.view.view import View
from clew.journeys import EncodedJourneys, read_encoded_journeys, words_of
from clew.metrics import Measured, known_metrics, measure_in_order, summarise
from clew.model import MetricValue
from clew.store import Warehouse


@dataclass(frozen=True)
class _Cut:
    """A build's journeys as other boundaries cut them, and the channels that each has a step on."""

    journeys: EncodedJourneys
    touched: Touched


def is_cut_otherwise(view: View, warehouse: Warehouse) -> bool:
    """Say whether the view's journeys are there as each of the other boundaries cuts them."""
    return all(is_cut(warehouse, view.stored, each) for each in OTHERS)


def value_range(view: View, warehouse: Warehouse, metric: str, selection: Selection) -> ValueRange:
    """Return a metric over the selection, whose journeys are chosen anew under each way to cut; ``is_cut_otherwise`` holds.

    UsageError names a filter's word that no journey has as they stand; had they been cut otherwise, none may have it.
    """
    value = view.metric(metric, view.chosen(selection))
    return ValueRange(value, {each.name: _value(view, warehouse, metric, selection, each) for each in OTHERS})


def _value(view: View, warehouse: Warehouse, metric: str, selection: Selection, boundaries: Boundaries) -> MetricValue:
    cut = view.remembered(("cut", boundaries.name), lambda: _read(view, warehouse, boundaries))
    question = ("measured otherwise", boundaries.name, metric)
    measured = view.remembered(question, lambda: _measured(view, warehouse, metric, boundaries, cut))
    return summarise(known_metrics()[metric], measured.among(fitting(cut.journeys, cut.touched, selection)))


def _read(view: View, warehouse: Warehouse, boundaries: Boundaries) -> _Cut:
    import pyarrow.parquet as pq

    files = other_files(view.stored, boundaries)
    journeys = read_encoded_journeys(warehouse.root / files["journeys"])
    touched = pq.read_table(warehouse.root / files[TOUCHED])
    row_of = {journey_id: row for row, journey_id in enumerate(journeys.journey_id.to_pylist())}
    named = words_of(touched["journey_id"])
    rows = np.array([row_of[journey_id] for journey_id in named.names], dtype=np.int32)
    return _Cut(journeys, Touched(rows[named.codes], words_of(touched["channel"])))


def _measured(view: View, warehouse: Warehouse, metric: str, boundaries: Boundaries, cut: _Cut) -> Measured:
    files = other_files(view.stored, boundaries)
    with warehouse.session({name: [files[name]] for name in TABLES}) as connection:
        ids, customers = cut.journeys.journey_id, cut.journeys.customer.codes
        return measure_in_order(connection, known_metrics()[metric], view.settings, ids, customers)
