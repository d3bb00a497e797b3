"""One cell of the map, opened: what it counts and of what, how it moves, which paths lead through it, and how to check it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.map.freshness import SourceFreshness, sources_of
from clew.app.view.map.lanes import MapCell, MapColumn, MapLane, map_columns, map_lanes
from clew.app.view.map.sql import cell_sql
from clew.app.view.map.stage_map import groups_of
from clew.app.view.map.tallies import column_tallies
from clew.app.view.map.things import Things, column_title, lane_says, metric_asked, things_of
from clew.app.view.map.trend import CountTrend, count_trend
from clew.app.view.map.word import CellWord
from clew.app.view.paths.making import Making
from clew.app.view.paths.variants import VariantList, variant_list
from clew.app.view.selection import Selection
from clew.app.view.values.compare import Spans, spans
from clew.app.view.values.trend import Trend, timeline, trend
from clew.app.view.view import View
from clew.maps import METRIC_LANE

VARIANTS_SHOWN = 6


@dataclass(frozen=True)
class OpenedCell:
    """A cell, or one of its entries: ``n`` things in ``journeys`` journeys, of ``whole`` in the cell.

    ``says`` defines what is counted, ``sql`` counts it again over the contract tables, ``variants`` are the paths of its journeys.
    """

    lane: MapLane
    column: MapColumn
    column_title: str
    cell: MapCell
    things: Things
    n: int
    whole: int
    journeys: int
    says: str
    sql: str
    spans: Spans | None
    trend: CountTrend | Trend
    sources: tuple[SourceFreshness, ...]
    variants: VariantList


def opened_cell(view: View, word: CellWord, chosen: NDArray[np.bool_], selection: Selection) -> OpenedCell:
    """Return the cell that a word names, among the chosen journeys; UsageError where the map has no such cell."""
    things = things_of(view, word)
    compared = spans(view, selection)
    groups = groups_of(view, chosen, selection, compared)
    tallies = column_tallies(view, word.column, word.lane)
    columns = map_columns(view, tallies, groups)
    (lane,) = [
        each
        for each in map_lanes(view, tallies, columns, groups, measured=word.lane == METRIC_LANE[0])
        if each.kind == word.lane
    ]
    holding = chosen & (things.times > 0)
    line = timeline(view, chosen, selection)
    moves: CountTrend | Trend = count_trend(line, things.times, things.whole)
    if word.lane == METRIC_LANE[0] and word.entry is not None:
        comes = chosen & (things.whole > 0)
        moves = trend(view, metric_asked(word.entry)[0].name, timeline(view, comes, selection))
    return OpenedCell(
        lane=lane,
        column=columns[0],
        column_title=column_title(view, columns[0].column),
        cell=lane.cells[0],
        things=things,
        n=int(things.times[chosen].sum()),
        whole=int(things.whole[chosen].sum()),
        journeys=int(np.count_nonzero(holding)),
        says=lane_says(word),
        sql=cell_sql(view, word, selection),
        spans=compared,
        trend=moves,
        sources=tuple(sources_of(view, holding)),
        variants=variant_list(view, holding, Making(), VARIANTS_SHOWN),
    )
