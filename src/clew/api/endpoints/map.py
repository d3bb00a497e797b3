"""The journey map: stages and their steps by lanes, one cell opened, and the map as a file."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import Depends, Query, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.map_state import (
    ComparedState,
    MapCellState,
    MapMetricState,
    MapState,
    cell_state,
    compared_state,
    map_metric_state,
    map_state,
    moment,
)
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.api.serving import workspace as served
from clew.api.trend_state import TrendState, trend_state
from clew.app.view.map.cell import OpenedCell, opened_cell
from clew.app.view.map.file import Format, map_file
from clew.app.view.map.stage_map import map_headline, stage_map
from clew.app.view.map.trend import CountTrend
from clew.app.view.map.word import CellWord, read_cell
from clew.app.view.values.trend import Trend
from clew.app.workspace import Workspace

ROUTES = Routes("map")
TYPES: dict[Format, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


class MapHeadline(BaseModel):
    """The metrics that head the map."""

    metrics: list[MapMetricState]
    compared: ComparedState | None


class CountBucketState(BaseModel):
    """The journeys that began from ``first_day`` to ``last_day``."""

    first_day: str
    last_day: str
    n: int
    whole: int = Field(description="How many things the whole cell counts in them")
    share: float | None


class CountTrendState(BaseModel):
    """A count over time, without gaps; the buckets sum to it."""

    period: Literal["day", "week", "month", "year"]
    buckets: list[CountBucketState]


class CellSource(BaseModel):
    """A source in which journeys of the cell began, and the newest thing it told."""

    source: str
    newest_at: str
    silent: bool = Field(description="Whether the other sources have gone on without it for long")


class CellVariant(BaseModel):
    """A path of the cell's journeys, or with ``variants`` above 1 all that aren't listed."""

    path: list[str] = Field(
        description="Titles of channels in order; empty for other, and for journeys without a service step"
    )
    other: bool
    variants: int
    journeys: int
    share: float
    median_duration_seconds: float | None


class OpenedCellState(BaseModel):
    """A cell of the map, or one of its entries, opened."""

    lane: str
    lane_title: str
    question: str
    unit: str
    column_title: str
    entry_title: str = Field(description="Empty where the whole cell is meant")
    says: str = Field(description="The definition of what is counted")
    n: int
    whole: int = Field(description="What the whole cell counts; n is part of it")
    journeys: int
    cell: MapCellState
    compared: ComparedState | None
    sql: str = Field(description="The same count over the contract tables; for every entry of the cell")
    counts: CountTrendState | None = Field(description="The trend, where something is counted")
    values: TrendState | None = Field(description="The trend, where a metric is measured")
    sources: list[CellSource]
    variants: list[CellVariant]
    through: str


@ROUTES.get("/map", dependencies=[needs("read")])
def get_map(
    here: Here,
    open: Annotated[  # noqa: A002 - what a person does to a stage
        list[str] | None, Query(max_length=20, description="Stages whose steps are to stand beside them")
    ] = None,
) -> MapState:
    """Return the map of the journeys looked at."""
    zone = ZoneInfo(here.view.settings.time_zone)
    opened = tuple(dict.fromkeys(open or ()))
    return here.remembered(
        ("map", opened), lambda: map_state(stage_map(here.view, here.chosen, here.selection, opened), zone)
    )


@ROUTES.get("/map/headline", dependencies=[needs("read")])
def get_map_headline(here: Here) -> MapHeadline:
    """Return the metrics that head the map, over the journeys looked at."""

    def compute() -> MapHeadline:
        found, compared = map_headline(here.view, here.chosen, here.selection)
        return MapHeadline(metrics=[map_metric_state(each) for each in found], compared=compared_state(compared))

    return here.remembered("map headline", compute)


@ROUTES.get("/map/cell", dependencies=[needs("read")])
def get_map_cell(
    here: Here,
    cell: Annotated[
        str, Query(max_length=1000, description="lane/column, or lane/column/entry: a through word without cell:")
    ],
) -> OpenedCellState:
    """Return one cell of the map, or one entry of it, with its definition, query, trend and paths."""
    word = read_cell(cell)
    zone = ZoneInfo(here.view.settings.time_zone)
    return here.remembered(
        ("map cell", word), lambda: _opened(word, opened_cell(here.view, word, here.chosen, here.selection), zone)
    )


@ROUTES.get(
    "/map/file",
    dependencies=[needs("read")],
    response_class=Response,
    responses={
        200: {
            "content": {kind.partition(";")[0]: {} for kind in TYPES.values()},
            "description": "The map of the journeys looked at",
        }
    },
)
def download_map(
    here: Here,
    place: Annotated[Workspace, Depends(served)],
    form: Annotated[Format, Query(alias="format", description="A picture, a page of its own, or data")] = "svg",
) -> Response:
    """Give the map of the journeys looked at as a file."""
    content = map_file(place, here.view, here.chosen, here.selection, form)
    named = {"Content-Disposition": f'attachment; filename="journey-map.{form}"', "Cache-Control": "no-store"}
    return Response(content, media_type=TYPES[form], headers=named)


def _opened(word: CellWord, found: OpenedCell, zone: ZoneInfo) -> OpenedCellState:
    return OpenedCellState(
        lane=found.lane.kind,
        lane_title=found.lane.title,
        question=found.lane.question,
        unit=found.lane.unit,
        column_title=found.column_title,
        entry_title=found.things.entry_title,
        says=found.says,
        n=found.n,
        whole=found.whole,
        journeys=found.journeys,
        cell=cell_state(found.lane.kind, found.cell, zone),
        compared=compared_state(found.spans),
        sql=found.sql,
        counts=_counts(found.trend) if isinstance(found.trend, CountTrend) else None,
        values=trend_state(found.trend) if isinstance(found.trend, Trend) else None,
        sources=[
            CellSource(source=each.source, newest_at=moment(each.newest_us, zone) or "", silent=each.is_silent)
            for each in found.sources
        ],
        variants=_variants(found),
        through=word.through,
    )


def _counts(found: CountTrend) -> CountTrendState:
    return CountTrendState(
        period=found.period,
        buckets=[
            CountBucketState(
                first_day=each.first_day.isoformat(),
                last_day=each.last_day.isoformat(),
                n=each.n,
                whole=each.whole,
                share=each.share,
            )
            for each in found.buckets
        ],
    )


def _variants(found: OpenedCell) -> list[CellVariant]:
    titles = found.variants.level_titles
    return [
        CellVariant(
            path=[titles[code] for code in row.codes or ()],
            other=row.codes is None,
            variants=row.variants,
            journeys=row.n,
            share=row.share,
            median_duration_seconds=row.median_duration_seconds,
        )
        for row in found.variants.rows
    ]
