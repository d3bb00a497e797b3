"""The map itself: stages as columns under chevrons, lanes as rows, each cell a small list of labelled bars."""

from __future__ import annotations

from dataclasses import dataclass

from clew.maps import wording
from clew.maps.svg_canvas import (
    ACCENT,
    ACCENT_PALE,
    FAINT,
    HAIRLINE,
    INK,
    OTHER,
    PANEL,
    SOFT,
    STATE_COLOURS,
    Canvas,
)
from clew.maps.svg_text import broken, width_of
from clew.model.journey_map import Cell, Entry, JourneyMap, Lane, MetricValue

TITLE_WIDTH = 168.0
HEAD_HEIGHT = 74.0
POINT = 14.0
EMPTY_HEAD = "#e3e8ed"
PADDING = 14.0
ENTRY_HEIGHT, LINE_HEIGHT, REMARK_HEIGHT, OF_HEIGHT = 28.0, 15.0, 15.0, 20.0
SHARE_WIDTH = 52.0


@dataclass(frozen=True)
class Column:
    """Where a stage stands on the sheet."""

    x: float
    width: float

    @property
    def left(self) -> float:
        """Where its texts begin."""
        return self.x + PADDING

    @property
    def room(self) -> float:
        """How wide its texts may be."""
        return self.width - 2 * PADDING


def draw_lanes(canvas: Canvas, m: JourneyMap, y: float) -> float:
    """Draw heads and lanes; return where the next part may begin."""
    said = f"Share of journeys that reach each stage, and what happens in it. {wording.ROUNDED}"
    y = canvas.heading(y, "The journey, stage by stage", said) + 6
    width = (canvas.inner_width - TITLE_WIDTH) / max(len(m.stages), 1)
    columns = {
        stage.name: Column(canvas.margin + TITLE_WIDTH + place * width, width) for place, stage in enumerate(m.stages)
    }
    for stage in m.stages:
        column = columns[stage.name]
        reached_by_any = stage.journeys > 0
        last = stage is m.stages[-1]
        canvas.shape(_chevron(column, y, POINT if last else 0), ACCENT if reached_by_any else EMPTY_HEAD)
        colour = "#ffffff" if reached_by_any else SOFT
        reached = f"{wording.counted(stage.journeys, 'journey')} · {wording.ratio(stage.share)}"
        left, room = column.left + POINT, column.room - POINT
        canvas.text(left, y + 24, stage.title, 15, room, weight=600, colour=colour)
        canvas.text(left, y + 44, reached, 12, room, colour=colour)
        canvas.text(left, y + 61, wording.counted(stage.steps, "step"), 12, room, colour=colour)
    y += HEAD_HEIGHT + 4
    for place, lane in enumerate(m.lanes):
        y = _draw_lane(canvas, lane, columns, y, shaded=place % 2 == 1)
    return y


def _chevron(column: Column, y: float, drawn_in: float) -> list[tuple[float, float]]:
    left, right, bottom = column.x + 2, column.x + column.width - 2 - drawn_in, y + HEAD_HEIGHT
    middle = y + HEAD_HEIGHT / 2
    return [
        (left, y),
        (right, y),
        (right + POINT - 2, middle),
        (right, bottom),
        (left, bottom),
        (left + POINT - 2, middle),
    ]


def _draw_lane(canvas: Canvas, lane: Lane, columns: dict[str, Column], y: float, *, shaded: bool) -> float:
    cells = [cell for cell in lane.cells if cell.stage in columns]
    question = broken(wording.plain(lane.question), TITLE_WIDTH - 24, 12, most_lines=4)
    height = max([36.0 + 16 * len(question), *(_height(cell, columns[cell.stage]) for cell in cells)]) + 22
    if shaded:
        canvas.box(canvas.margin, y, canvas.inner_width, height, PANEL)
    canvas.text(canvas.margin + 10, y + 28, lane.title, 14, TITLE_WIDTH - 24, weight=600)
    for place, line in enumerate(question):
        canvas.text(canvas.margin + 10, y + 47 + 16 * place, line, 12, TITLE_WIDTH - 24, colour=SOFT)
    for column in columns.values():
        canvas.line(column.x, y + 8, column.x, y + height - 8)
    for cell in cells:
        _draw_cell(canvas, cell, columns[cell.stage], y + 12)
    canvas.line(canvas.margin, y + height, canvas.margin + canvas.inner_width, y + height)
    return y + height


def _height(cell: Cell, column: Column) -> float:
    entries = sum(
        ENTRY_HEIGHT + LINE_HEIGHT * (len(_label_lines(entry, column)) - 1) + (REMARK_HEIGHT if entry.remark else 0)
        for entry in cell.entries
    )
    metrics = sum(38 + 15 * len(_reason(metric, column)) for metric in cell.metrics)
    empty = 16 * len(_empty_lines(cell, column))
    return entries + metrics + empty + (OF_HEIGHT if cell.entries and cell.of else 0)


def _draw_cell(canvas: Canvas, cell: Cell, column: Column, y: float) -> None:
    for entry in cell.entries:
        y = _draw_entry(canvas, entry, column, y)
    for metric in cell.metrics:
        y = _draw_metric(canvas, metric, column, y)
    for line in _empty_lines(cell, column):
        canvas.text(column.left, y + 16, line, 12, column.room, colour=FAINT)
        y += 16
    if cell.entries and cell.of:
        canvas.text(column.left, y + 14, f"of {cell.of}", 11, column.room, colour=FAINT)


def _empty_lines(cell: Cell, column: Column) -> list[str]:
    if cell.entries or cell.metrics:
        return []
    return broken(wording.plain(cell.empty_reason or "nothing here"), column.room, 12, most_lines=4)


def _draw_entry(canvas: Canvas, entry: Entry, column: Column, y: float) -> float:
    right = column.left + column.room
    canvas.text(right, y + 14, wording.count(entry.n), 11, 64, colour=SOFT, anchor="end")
    share = wording.ratio(entry.share)
    canvas.text(right - _number_width(entry), y + 14, share, 12, SHARE_WIDTH, weight=600, anchor="end")
    lines = _label_lines(entry, column)
    for place, line in enumerate(lines):
        tip = entry.label if line.endswith("…") else ""
        room = column.room - _number_width(entry) - SHARE_WIDTH - 8
        colour = SOFT if entry.is_other else INK
        canvas.text(column.left, y + 14 + LINE_HEIGHT * place, line, 12, room, colour=colour, tip=tip)
    y += LINE_HEIGHT * (len(lines) - 1)
    canvas.box(column.left, y + 19, column.room, 4, HAIRLINE if entry.is_other else ACCENT_PALE, radius=2)
    bar = max(min(entry.share, 1) * column.room, 1.5 if entry.n else 0)
    canvas.box(column.left, y + 19, bar, 4, OTHER if entry.is_other else ACCENT, radius=min(2, bar / 2))
    if entry.remark:
        canvas.text(column.left, y + 36, entry.remark, 11, column.room, colour=FAINT)
    return y + ENTRY_HEIGHT + (REMARK_HEIGHT if entry.remark else 0)


def _label_lines(entry: Entry, column: Column) -> list[str]:
    room = column.room - _number_width(entry) - SHARE_WIDTH - 8
    return broken(wording.plain(entry.label) or "other", room, 12, most_lines=2)


def _number_width(entry: Entry) -> float:
    return max(width_of(wording.count(entry.n), 11) * 1.03 + 8, 46)


def _reason(metric: MetricValue, column: Column) -> list[str]:
    state = wording.STATE_WORDS[metric.state]
    said = metric.reason if metric.value is None or not state else f"{state}: {metric.reason}"
    return broken(wording.plain(said), column.room, 11, most_lines=3)


def _draw_metric(canvas: Canvas, metric: MetricValue, column: Column, y: float) -> float:
    colour = STATE_COLOURS[metric.state]
    value = canvas.text(
        column.left + column.room,
        y + 14,
        wording.value(metric),
        13,
        column.room * 0.55,
        weight=600,
        colour=colour,
        anchor="end",
    )
    canvas.text(column.left, y + 14, metric.title, 12, column.room - value - 10, tip=metric.question)
    bounds = wording.interval(metric)
    said = f"{wording.evidence(metric)}" + (f" · {bounds}" if bounds else "")
    canvas.text(column.left, y + 30, said, 11, column.room, colour=SOFT)
    for place, line in enumerate(_reason(metric, column)):
        tip = metric.reason if line.endswith("…") else ""
        canvas.text(column.left, y + 45 + 15 * place, line, 11, column.room, colour=colour, tip=tip)
    return y + 38 + 15 * len(_reason(metric, column))
