"""Finds what a word of the map counts: how often each journey holds it, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.map.tallies import one_column
from clew.app.view.map.word import EXAMPLE, CellWord, Choice, ColumnWord
from clew.app.view.view import View
from clew.maps import LANES, METRIC_LANE, Column, Columns, LaneDefinition, stage_metrics
from clew.metrics import PARTS, Metric
from clew.model import UsageError

#: The lane above all others: which journeys come to a column at all.
REACH_LANE = ("reach", "Journeys", "How many journeys get here?")
LANE_BY_KIND: dict[str, LaneDefinition] = {definition.kind: definition for definition in LANES}


@dataclass(frozen=True)
class Things:
    """How many things of an entry (``times``) and of its whole cell (``whole``) each journey has, and what they are called."""

    column: Column
    entry_title: str
    unit: str
    times: NDArray[np.int64]
    whole: NDArray[np.int64]


def things_of(view: View, word: CellWord) -> Things:
    """Return what the word counts; UsageError where the map has no such cell."""
    return view.remembered(("map", "things", word), lambda: _things_of(view, word))


def journeys_of(view: View, word: ColumnWord) -> NDArray[np.bool_]:
    """Say which journeys come to a column."""
    columns = one_column(view, word)
    comes = np.zeros(len(view.journeys), dtype=bool)
    comes[view.steps.journey[columns.of_step >= 0]] = True
    return comes


def lane_named(kind: str) -> LaneDefinition:
    """Return the counted lane of this kind; UsageError lists the known ones."""
    if kind not in LANE_BY_KIND:
        known = ", ".join((REACH_LANE[0], *LANE_BY_KIND, METRIC_LANE[0]))
        raise UsageError(f"The map has no such lane. Known: {known}; a word looks like {EXAMPLE}.")
    return LANE_BY_KIND[kind]


def lane_title(kind: str) -> str:
    """Return what a lane is called."""
    titles = {METRIC_LANE[0]: METRIC_LANE[1], REACH_LANE[0]: REACH_LANE[1]}
    return titles.get(kind) or lane_named(kind).title


def lane_says(word: CellWord) -> str:
    """Return the definition of what a cell counts: its lane's, or its metric's."""
    if word.lane == REACH_LANE[0] or (word.lane == METRIC_LANE[0] and word.entry is None):
        return "Every journey that has at least one step in the column."
    if word.lane == METRIC_LANE[0] and word.entry is not None:
        formula = metric_asked(word.entry)[0].formula
        return f"{formula[0].upper()}{formula[1:]}. Of the journeys that have at least one step in the column."
    return lane_named(word.lane).says


def metric_asked(entry: Choice) -> tuple[Metric, str]:
    """Return the metric that an entry of the metric lane names, and the part of it that is asked for ("" for its n)."""
    name, _, part = entry.text.partition(":")
    metrics = {metric.name: metric for metric in stage_metrics()}
    if name not in metrics or part not in ("", *PARTS):
        raise UsageError(f"The map shows no such metric by stage. Known: {', '.join(metrics)}.")
    return metrics[name], part


def column_title(view: View, column: Column) -> str:
    """Return what a column is called where it stands alone: its stage, and its step."""
    stage = one_column(view, ColumnWord(column.stage)).listed[0].title
    if column.is_stage:
        return stage
    return f"{stage}, {column.title if column.step is not None else 'other steps'}"


def _things_of(view: View, word: CellWord) -> Things:
    columns = one_column(view, word.column)
    if word.lane in (METRIC_LANE[0], REACH_LANE[0]):
        return _measured(view, word, columns)
    definition = lane_named(word.lane)
    found = definition.things(view.build, columns)
    here = columns.of_step[found.step] >= 0
    journey, entry = view.steps.journey[found.step[here]], found.entry[here]
    whole = np.bincount(journey, minlength=len(view.journeys)).astype(np.int64)
    if word.entry is None:
        return Things(columns.listed[0], "", definition.unit, whole, whole)
    wanted = np.zeros(len(found.keys), dtype=bool)
    codes = word.entry.codes(found.keys)
    wanted[codes] = True
    times = np.bincount(journey[wanted[entry]], minlength=len(view.journeys)).astype(np.int64)
    title = "other" if word.entry.is_rest else found.titles[codes[0]]
    return Things(columns.listed[0], title, definition.unit, times, whole)


def _measured(view: View, word: CellWord, columns: Columns) -> Things:
    comes = journeys_of(view, word.column)
    if word.entry is None or word.lane == REACH_LANE[0]:
        return Things(columns.listed[0], "", "journey", comes.astype(np.int64), comes.astype(np.int64))
    metric, part = metric_asked(word.entry)
    parts = view.measured(metric.name).part
    wanted = parts == PARTS.index(part) if part else parts <= PARTS.index("censored")
    return Things(columns.listed[0], metric.title, "journey", (wanted & comes).astype(np.int64), comes.astype(np.int64))
