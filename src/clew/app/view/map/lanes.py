"""Fills the lanes of the map: each cell with its entries or metrics, change, n, freshness, and why it is thin or empty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.view.map.freshness import silent_since
from clew.app.view.map.metrics import Groups, MapMetric, column_metric
from clew.app.view.map.shares import Shares, of_journeys, shares
from clew.app.view.map.tallies import Tallies, word_of
from clew.app.view.map.things import REACH_LANE
from clew.app.view.map.word import CellWord, ColumnWord, all_but, only
from clew.app.view.values.trend import YOUNG_FROM_SHARE
from clew.app.view.view import View
from clew.maps import METRIC_LANE, Column, Counted, Tally, entries, reach, stage_metrics
from clew.metrics import THIN_BELOW, Difference, difference

State = Literal["ok", "thin", "immature", "empty"]
#: The outcome of a journey that may go on.
OPEN = "open"


@dataclass(frozen=True)
class MapEntry:
    """One line in a cell; ``change`` is that of its share, None for the rest and where nothing is compared."""

    counted: Counted
    change: Difference | None
    through: str


@dataclass(frozen=True)
class MapCell:
    """Where a lane meets a column: ``n`` things in ``journeys`` journeys, the newest of them, and why it is thin or empty.

    ``silent_since_us``: all sources of these journeys have been silent since then, while others went on.
    """

    column: ColumnWord
    n: int
    journeys: int
    entries: tuple[MapEntry, ...]
    metrics: tuple[MapMetric, ...]
    state: State
    reason: str
    newest_us: int | None
    silent_since_us: int | None
    through: str


@dataclass(frozen=True)
class MapLane:
    """A row of the map; ``unit`` is what its n counts, in the singular."""

    kind: str
    title: str
    question: str
    unit: str
    cells: tuple[MapCell, ...]


@dataclass(frozen=True)
class MapColumn:
    """A column of the map: a stage, or a step of a stage that is opened; ``change`` is that of its share of all journeys."""

    column: Column
    word: ColumnWord
    journeys: int
    share: float
    steps: int
    change: Difference | None


def map_columns(view: View, tallies: Tallies, groups: Groups) -> tuple[MapColumn, ...]:
    """Return the columns with how many journeys come to them."""
    found = reach(view.build, tallies.columns, tallies.comes, groups.chosen)
    still_open = view.journeys.outcome.codes == view.journeys.outcome.code(OPEN)
    changes = [_reach_change(comes, still_open, groups) for comes in tallies.comes]
    return tuple(
        MapColumn(column, word_of(column), each.journeys, each.share, each.steps, change)
        for column, each, change in zip(tallies.columns.listed, found, changes, strict=True)
    )


def map_lanes(
    view: View, tallies: Tallies, columns: tuple[MapColumn, ...], groups: Groups, *, measured: bool = True
) -> tuple[MapLane, ...]:
    """Return the reach lane, the counted lanes that the tallies hold, and the lane of metrics; a cell for each column.

    Without ``measured`` the lane of metrics is left out.
    """
    counted = [_counted_lane(view, tally, columns, groups) for tally in tallies.lanes]
    every_step = counted[0].cells  # the first lane counts every step
    reached = tuple(_reach_cell(column, steps) for column, steps in zip(columns, every_step, strict=True))
    lanes = (MapLane(*REACH_LANE, "journey", reached), *counted)
    return (*lanes, _metric_lane(view, reached, tallies, groups)) if measured else lanes


def _metric_lane(view: View, reached: tuple[MapCell, ...], tallies: Tallies, groups: Groups) -> MapLane:
    """Return the metrics of the journeys that come to each column."""
    cells = tuple(
        replace(
            cell,
            metrics=tuple(column_metric(view, metric, cell.column, groups.among(comes)) for metric in stage_metrics())
            if cell.journeys
            else (),
        )
        for cell, comes in zip(reached, tallies.comes, strict=True)
    )
    return MapLane(*METRIC_LANE, "journey", cells)


def _reach_change(comes: NDArray[np.bool_], still_open: NDArray[np.bool_], groups: Groups) -> Difference | None:
    """Return how the share of journeys that come to a column changed; unknown while too many may yet come there."""
    if groups.now is None or groups.before is None:
        return None
    for group in (groups.now, groups.before):
        waiting, whole = int(np.count_nonzero(group & still_open & ~comes)), int(np.count_nonzero(group))
        if waiting > YOUNG_FROM_SHARE * whole:
            return _unknown(f"{waiting:,} of {whole:,} journeys are still open and may yet come here")
    now, before = (
        of_journeys(int(np.count_nonzero(comes & group)), int(np.count_nonzero(group)), "")
        for group in (groups.now, groups.before)
    )
    return difference(now, before)


def _unknown(reason: str) -> Difference:
    return Difference(None, None, None, "unknown", reason)


def _reach_cell(column: MapColumn, every_step: MapCell) -> MapCell:
    state, reason = _state(column.journeys, "no journey comes here")
    n, through = column.journeys, f"stage:{column.word.text}"
    fresh = every_step.newest_us, every_step.silent_since_us
    return MapCell(column.word, n, n, (), (), state, reason, *fresh, through)


def _counted_lane(view: View, tally: Tally, columns: tuple[MapColumn, ...], groups: Groups) -> MapLane:
    summed = shares(tally, groups.chosen)
    now = summed if groups.now is groups.chosen else shares(tally, groups.now) if groups.now is not None else None
    before = shares(tally, groups.before) if groups.before is not None else None
    changes = None if now is None or before is None else _Changes(tally, now, before)
    silent = silent_since(view, tally, groups.chosen)
    definition = tally.definition
    cells = []
    for number, (column, listed) in enumerate(zip(columns, entries(tally, groups.chosen), strict=True)):
        journeys = int(summed.journeys[number])
        state, reason = _state(journeys, definition.empty_reason, _unsettled(tally, summed, number))
        cells.append(
            MapCell(
                column.word,
                int(summed.n[number]),
                journeys,
                tuple(_entry(definition.kind, column.word, each, number, changes) for each in listed),
                (),
                state,
                reason,
                int(summed.newest_us[number]) if journeys else None,
                silent[number],
                CellWord(definition.kind, column.word).through,
            )
        )
    return MapLane(definition.kind, definition.title, definition.question, definition.unit, tuple(cells))


@dataclass(frozen=True)
class _Changes:
    """How the shares of a lane moved from the period before."""

    tally: Tally
    now: Shares
    before: Shares

    def of(self, column: int, entry: Counted) -> Difference:
        """Return the change of an entry's share; unknown where too much is still unsettled."""
        for summed in (self.now, self.before):
            if unsettled := _unsettled(self.tally, summed, column):
                return _unknown(unsettled)
        place = self.tally.keys.index(entry.key)
        return difference(
            *(summed.share(column, place, entry.title) for summed in (self.now, self.before)),
        )


def _entry(kind: str, column: ColumnWord, counted: Counted, number: int, changes: _Changes | None) -> MapEntry:
    choice = all_but(counted.others_than) if counted.is_other else only(counted.key)
    change = None if changes is None or counted.is_other else changes.of(number, counted)
    return MapEntry(counted, change, CellWord(kind, column, choice).through)


def _unsettled(tally: Tally, summed: Shares, column: int) -> str:
    """Say how many of a cell's journeys may still leave otherwise, where these are more than a few; else nothing."""
    key = tally.definition.unsettled
    if key not in tally.keys:
        return ""
    waiting, whole = int(summed.y[column, tally.keys.index(key)]), int(summed.n[column])
    if waiting <= YOUNG_FROM_SHARE * whole:
        return ""
    return f"{waiting:,} of {whole:,} journeys are still open, so how they leave can still change"


def _state(journeys: int, nothing: str, unsettled: str = "") -> tuple[State, str]:
    if not journeys:
        return "empty", nothing
    if journeys < THIN_BELOW:
        return "thin", f"thin: only {journeys} journeys, so shares can swing"
    return ("immature", unsettled) if unsettled else ("ok", "")
