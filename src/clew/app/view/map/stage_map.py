"""The journey map of a selection: stages and opened steps by lanes, each cell with value, change, n and freshness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.map.lanes import MapCell, MapColumn, MapLane, map_columns, map_lanes
from clew.app.view.map.metrics import Groups, MapMetric, headline_metric
from clew.app.view.map.tallies import Tallies, stage_named, stage_tallies, step_tallies
from clew.app.view.selection import Selection
from clew.app.view.values.compare import Spans, spans, within
from clew.app.view.view import View
from clew.maps import assumptions, headline_metrics


@dataclass(frozen=True)
class StageMap:
    """The map of a selection: how much it holds, its columns and lanes, the periods compared, and what was assumed."""

    interactions: int
    customers: int
    journeys: int
    first_us: int | None
    last_us: int | None
    spans: Spans | None
    columns: tuple[MapColumn, ...]
    lanes: tuple[MapLane, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """Columns that are counted together: all stages, or the steps of one."""

    columns: tuple[MapColumn, ...]
    lanes: tuple[MapLane, ...]


def stage_map(view: View, chosen: NDArray[np.bool_], selection: Selection, opened: Sequence[str] = ()) -> StageMap:
    """Return the map of the chosen journeys; the steps of ``opened`` stages stand beside them. UsageError for no such stage."""
    names = [stage_named(view, name) for name in dict.fromkeys(opened)]
    compared = spans(view, selection)
    groups = groups_of(view, chosen, selection, compared)
    stages = view.remembered(("map", "part", selection), lambda: _part(view, stage_tallies(view), groups))
    steps = {name: _steps(view, name, groups, selection) for name in names}
    moments = view.steps.occurred_us[chosen[view.steps.journey]]
    return StageMap(
        interactions=len(moments),
        customers=len(np.unique(view.journeys.customer.codes[chosen])),
        journeys=int(chosen.sum()),
        first_us=int(moments.min()) if len(moments) else None,
        last_us=int(moments.max()) if len(moments) else None,
        spans=compared,
        columns=tuple(column for stage in stages.columns for column in _with_steps(stage, steps)),
        lanes=tuple(_joined(stages, steps, number) for number in range(len(stages.lanes))),
        notes=tuple(assumptions(view.build, view.settings, chosen)),
    )


def map_headline(
    view: View, chosen: NDArray[np.bool_], selection: Selection
) -> tuple[tuple[MapMetric, ...], Spans | None]:
    """Return the metrics that head the map, and the periods that their changes compare."""
    compared = spans(view, selection)
    groups = groups_of(view, chosen, selection, compared)
    return tuple(headline_metric(view, metric, groups) for metric in headline_metrics()), compared


def groups_of(view: View, chosen: NDArray[np.bool_], selection: Selection, compared: Spans | None) -> Groups:
    """Return the chosen journeys and those of the two periods that changes compare."""
    if compared is None or compared.before is None:
        return Groups(chosen, None, None)
    zone = ZoneInfo(view.settings.time_zone)
    now = chosen if compared.is_chosen else view.chosen(within(selection, compared.now, zone))
    return Groups(chosen, now, view.chosen(within(selection, compared.before, zone)))


def _steps(view: View, stage: str, groups: Groups, selection: Selection) -> _Part:
    return view.remembered(
        ("map", "part", stage, selection),
        lambda: _part(view, step_tallies(view, stage, groups.chosen), groups),
    )


def _with_steps(stage: MapColumn, steps: dict[str, _Part]) -> tuple[MapColumn, ...]:
    return (stage, *(steps[stage.column.stage].columns if stage.column.stage in steps else ()))


def _joined(stages: _Part, steps: dict[str, _Part], number: int) -> MapLane:
    """Return a lane with each opened stage's steps after it."""
    lane = stages.lanes[number]
    cells: list[MapCell] = []
    for cell in lane.cells:
        cells.append(cell)
        if cell.column.stage in steps:
            cells.extend(steps[cell.column.stage].lanes[number].cells)
    return MapLane(lane.kind, lane.title, lane.question, lane.unit, tuple(cells))


def _part(view: View, tallies: Tallies, groups: Groups) -> _Part:
    columns = map_columns(view, tallies, groups)
    return _Part(columns, map_lanes(view, tallies, columns, groups))
