"""The handoffs as a heat table: from channel (row) to channel (column), with n and the median wait in each cell."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.svg_canvas import FAINT, HAIRLINE, INK, SOFT, Canvas
from clew.maps.svg_text import broken
from clew.model.journey_map import Matrix

TITLE_WIDTH, TOTAL_WIDTH = 132.0, 76.0
CELL_WIDTH, CELL_HEIGHT = 74.0, 40.0
LEAST_WIDTH = 640.0
#: Ground colours from no handoff to the most; the text turns white on the last two.
PALE = 2
HEAT = ("#ffffff", "#edf3f8", "#d3e2ee", "#adc9de", "#7da8c8", "#3f749e", "#24577f")


def matrix_width(matrix: Matrix) -> float:
    """Return how wide the matrix is drawn, in the sheet's units."""
    return max(LEAST_WIDTH, TITLE_WIDTH + CELL_WIDTH * len(matrix.channels) + TOTAL_WIDTH)


def draw_matrix(canvas: Canvas, matrix: Matrix, x: float, y: float, room: float) -> float:
    """Draw the heat table with its totals; return where the next part may begin."""
    said = f"{wording.counted(matrix.total, 'handoff')}, from row to column; below each n its median wait."
    y = canvas.heading(y, "Handoffs between channels", said, x, room)
    if not matrix.channels:
        canvas.text(
            x, y + 18, "No handoff yet: no journey has changed channel or answering party.", 13, room, colour=SOFT
        )
        return y + 30
    y = _draw_heads(canvas, matrix, x, y)
    most = max(max(row) for row in matrix.counts)
    for place, (title, row) in enumerate(zip(matrix.titles, matrix.counts, strict=True)):
        canvas.text(x + TITLE_WIDTH - 12, y + 25, title, 12, TITLE_WIDTH - 12, anchor="end")
        for column, number in enumerate(row):
            wait = matrix.median_wait_seconds[place][column]
            _draw_cell(canvas, number, wait, most, _left(x, column), y, diagonal=place == column)
        _draw_total(canvas, sum(row), _left(x, len(row)) + TOTAL_WIDTH - 8, y + 25)
        y += CELL_HEIGHT
    canvas.line(x, y, _left(x, len(matrix.channels)) + TOTAL_WIDTH, y, INK)
    canvas.text(x + TITLE_WIDTH - 12, y + 24, "All", 12, TITLE_WIDTH - 12, weight=600, anchor="end")
    for column in range(len(matrix.channels)):
        total = sum(row[column] for row in matrix.counts)
        _draw_total(canvas, total, _left(x, column) + CELL_WIDTH / 2, y + 24, anchor="middle")
    _draw_total(canvas, matrix.total, _left(x, len(matrix.channels)) + TOTAL_WIDTH - 8, y + 24)
    return _draw_legend(canvas, x, y + 40, room)


def _left(x: float, column: int) -> float:
    return x + TITLE_WIDTH + column * CELL_WIDTH


def _draw_heads(canvas: Canvas, matrix: Matrix, x: float, y: float) -> float:
    heads = [broken(wording.plain(title), CELL_WIDTH - 6, 11, most_lines=2) for title in matrix.titles]
    y -= 14 * (2 - max(len(lines) for lines in heads)) + 10
    canvas.text(x + TITLE_WIDTH - 12, y + 38, "from ↓  to →", 11, TITLE_WIDTH - 12, colour=FAINT, anchor="end")
    for column, (title, lines) in enumerate(zip(matrix.titles, heads, strict=True)):
        for place, line in enumerate(lines):
            baseline = y + 38 - 14 * (len(lines) - 1 - place)
            tip = title if line.endswith("…") else ""
            canvas.text(_left(x, column) + CELL_WIDTH / 2, baseline, line, 11, CELL_WIDTH - 6, anchor="middle", tip=tip)
    right = _left(x, len(matrix.titles)) + TOTAL_WIDTH - 8
    canvas.text(right, y + 38, "All", 12, TOTAL_WIDTH - 10, weight=600, anchor="end")
    return y + 46


def _draw_cell(
    canvas: Canvas, number: int, wait: float | None, most: int, x: float, y: float, *, diagonal: bool
) -> None:
    heat = 0 if number == 0 else 1 + round((number / most) ** 0.5 * (len(HEAT) - 2))
    strong = heat >= len(HEAT) - 2
    stroke, dashes = (SOFT, "3 2") if diagonal else (HAIRLINE, "")
    canvas.box(x + 1, y + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2, HEAT[heat], radius=2, stroke=stroke, dashes=dashes)
    middle = x + CELL_WIDTH / 2
    if number == 0:
        canvas.text(middle, y + 24, "0", 11, CELL_WIDTH - 6, colour=OTHER_INK, anchor="middle")
        return
    colour = "#ffffff" if strong else INK
    canvas.text(middle, y + 18, wording.count(number), 13, CELL_WIDTH - 6, weight=600, colour=colour, anchor="middle")
    colour = "#e6eef5" if strong else INK if heat > PALE else SOFT
    canvas.text(middle, y + 32, wording.duration(wait), 10.5, CELL_WIDTH - 6, colour=colour, anchor="middle")


#: A zero is printed, but quietly: it must not outshout the handoffs.
OTHER_INK = "#8a96a1"


def _draw_total(canvas: Canvas, number: int, x: float, baseline: float, anchor: str = "end") -> None:
    canvas.text(x, baseline, wording.count(number), 12, TOTAL_WIDTH - 8, weight=600, anchor=anchor)


def _draw_legend(canvas: Canvas, x: float, y: float, room: float) -> float:
    left = x + 14 * len(HEAT) + 16
    for place, colour in enumerate(HEAT):
        canvas.box(x + 14 * place, y, 13, 11, colour, stroke=HAIRLINE)
    said = "none to most. Dashed diagonal: the answering party changed (bot, person or team) within one channel. "
    said += "Median wait –: fewer than 5 have one."
    lines = broken(said, room - (left - x), 11, most_lines=2)
    for place, line in enumerate(lines):
        canvas.text(left, y + 10 + 15 * place, line, 11, room - (left - x), colour=SOFT)
    return y + 12 + 15 * len(lines)
