"""The journey map as the interface gives it: columns, lanes, cells with value, change, n and freshness."""

from __future__ import annotations

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Field

from clew.api.metric_state import DifferenceState, MetricState, difference_state, metric_state
from clew.app.moments import shown_moment
from clew.app.view.map.lanes import MapCell, MapColumn, MapEntry, MapLane
from clew.app.view.map.metrics import MapMetric
from clew.app.view.map.stage_map import StageMap
from clew.app.view.values.compare import Span, Spans

Through = Field(description="The word that opens the journeys behind the number")


class MapMetricState(BaseModel):
    """A metric on the map, and how it changed."""

    metric: MetricState
    question: str
    change: DifferenceState | None = Field(description="Null where the data hold no earlier period to compare with")
    through: str = Through


class MapEntryState(BaseModel):
    """One line in a cell; a cell's entries sum to it."""

    key: str = Field(description="A name that stays; empty for other")
    title: str
    n: int
    share: float = Field(description="Of the cell's n")
    other: int = Field(description="How many entries it gathers, for other; else 0")
    wait_seconds: float | None = Field(description="The median wait before it, for handoffs")
    change: DifferenceState | None = Field(
        description="Of its share, now minus before; null for other, and where nothing can be compared"
    )
    through: str = Through


class MapCellState(BaseModel):
    """Where a lane meets a column."""

    column: str = Field(description="The column's id")
    cell: str = Field(description="The word that opens this cell: lane/column")
    n: int = Field(description="How many things the lane counts here")
    journeys: int = Field(description="In how many journeys")
    entries: list[MapEntryState]
    metrics: list[MapMetricState]
    state: Literal["ok", "thin", "immature", "empty"]
    reason: str = Field(description="Why it isn't ok")
    newest_at: str | None = Field(description="The moment of the newest thing counted")
    stale_since: str | None = Field(
        description="Since when all sources of its journeys are silent, while others went on; null where one still tells"
    )
    through: str = Through


class MapLaneState(BaseModel):
    """A row of the map; its cells come in the order of the columns."""

    kind: str
    title: str
    question: str
    unit: str = Field(description="What its n counts, in the singular")
    cells: list[MapCellState]


class MapColumnState(BaseModel):
    """A column of the map: a stage; or a step of an opened stage, or all its other steps, which stand after it."""

    id: str
    stage: str
    kind: Literal["stage", "step", "other"]
    title: str
    journeys: int
    share: float = Field(description="Of all journeys looked at")
    steps: int
    change: DifferenceState | None = Field(description="Of the share")
    through: str = Through


class MapSpanState(BaseModel):
    """Days, both included."""

    first_day: date
    last_day: date
    days: int


class ComparedState(BaseModel):
    """Which periods the changes compare."""

    now: MapSpanState
    before: MapSpanState | None = Field(description="Null where the data don't reach that far back")
    chosen: bool = Field(description="Whether the selection asked for the period; else it is the last days of the data")


class MapState(BaseModel):
    """The map of the journeys looked at."""

    interactions: int
    customers: int
    journeys: int
    first_at: str | None
    last_at: str | None
    compared: ComparedState | None
    columns: list[MapColumnState]
    lanes: list[MapLaneState]
    notes: list[str] = Field(description="What the numbers rest on that nobody confirmed: how journeys were bounded")


def map_state(found: StageMap, zone: ZoneInfo) -> MapState:
    """Return the state of a map."""
    return MapState(
        interactions=found.interactions,
        customers=found.customers,
        journeys=found.journeys,
        first_at=moment(found.first_us, zone),
        last_at=moment(found.last_us, zone),
        compared=compared_state(found.spans),
        columns=[column_state(column) for column in found.columns],
        lanes=[lane_state(lane, zone) for lane in found.lanes],
        notes=list(found.notes),
    )


def compared_state(found: Spans | None) -> ComparedState | None:
    """Return the periods compared."""
    if found is None:
        return None
    before = _span(found.before) if found.before else None
    return ComparedState(now=_span(found.now), before=before, chosen=found.is_chosen)


def column_state(found: MapColumn) -> MapColumnState:
    """Return the state of a column."""
    column = found.column
    return MapColumnState(
        id=found.word.text,
        stage=column.stage,
        kind="stage" if column.is_stage else "step" if column.step is not None else "other",
        title=column.title,
        journeys=found.journeys,
        share=found.share,
        steps=found.steps,
        change=difference_state(found.change) if found.change else None,
        through=f"stage:{found.word.text}",
    )


def lane_state(lane: MapLane, zone: ZoneInfo) -> MapLaneState:
    """Return the state of a lane."""
    cells = [cell_state(lane.kind, cell, zone) for cell in lane.cells]
    return MapLaneState(kind=lane.kind, title=lane.title, question=lane.question, unit=lane.unit, cells=cells)


def cell_state(lane: str, cell: MapCell, zone: ZoneInfo) -> MapCellState:
    """Return the state of a cell."""
    return MapCellState(
        column=cell.column.text,
        cell=f"{lane}/{cell.column.text}",
        n=cell.n,
        journeys=cell.journeys,
        entries=[_entry(entry) for entry in cell.entries],
        metrics=[map_metric_state(metric) for metric in cell.metrics],
        state=cell.state,
        reason=cell.reason,
        newest_at=moment(cell.newest_us, zone),
        stale_since=moment(cell.silent_since_us, zone),
        through=cell.through,
    )


def map_metric_state(found: MapMetric) -> MapMetricState:
    """Return the state of a metric on the map."""
    change = difference_state(found.change) if found.change else None
    return MapMetricState(
        metric=metric_state(found.value), question=found.value.question, change=change, through=found.through
    )


def moment(moment_us: int | None, zone: ZoneInfo) -> str | None:
    """Return a moment in the workspace's time zone as ISO 8601."""
    return None if moment_us is None else shown_moment(moment_us, zone)


def _entry(entry: MapEntry) -> MapEntryState:
    counted = entry.counted
    return MapEntryState(
        key=counted.key,
        title=counted.title,
        n=counted.n,
        share=counted.share,
        other=counted.others,
        wait_seconds=counted.wait_seconds,
        change=difference_state(entry.change) if entry.change else None,
        through=entry.through,
    )


def _span(span: Span) -> MapSpanState:
    return MapSpanState(first_day=span.first, last_day=span.last, days=span.days)
