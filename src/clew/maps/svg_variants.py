"""The most travelled paths as rows of channel chips, with share, duration, resolved share, and all other paths as one row."""

from __future__ import annotations

from collections.abc import Callable

from clew.maps import wording
from clew.maps.svg_canvas import ACCENT, ACCENT_PALE, FAINT, INK, OTHER, PANEL, SOFT, Canvas
from clew.maps.svg_text import shorten, width_of
from clew.model.journey_map import JourneyMap, Variant

SHARE_WIDTH, COUNT_WIDTH, DURATION_WIDTH, RESOLVED_WIDTH, RANK_WIDTH = 66.0, 72.0, 92.0, 120.0, 26.0
NUMBERS_WIDTH = SHARE_WIDTH + COUNT_WIDTH + DURATION_WIDTH + RESOLVED_WIDTH
CHIP_HEIGHT, CHIP_ROW, MOST_CHIP_WIDTH, ARROW = 20.0, 26.0, 128.0, 16.0
Placed = tuple[str, float, int, float]


def draw_variants(canvas: Canvas, m: JourneyMap, x: float, y: float, room: float) -> float:
    """Draw the paths and their total; return where the next part may begin."""
    y = canvas.heading(y, "Paths that journeys take", wording.ABOUT_PATHS, x, room)
    if not m.variants:
        canvas.text(x, y + 18, "No path yet: there are no journeys.", 13, room, colour=SOFT)
        return y + 30
    canvas.text(x + room, y + 2, "resolved of", 11, RESOLVED_WIDTH - 4, colour=FAINT, anchor="end")
    _draw_numbers(canvas, x + room, y + 16, ("share", "journeys", "median length", "those that ended"), 11, FAINT)
    y += 22
    path_room = room - NUMBERS_WIDTH - RANK_WIDTH - 12
    for place, variant in enumerate(m.variants):
        rows = _draw_path(
            canvas, variant, x + RANK_WIDTH, y + 10, path_room, lambda name: wording.channel_title(m, name)
        )
        if not variant.is_other:
            canvas.text(x, y + 24, str(place + 1), 12, RANK_WIDTH - 6, colour=FAINT)
        share, length = wording.ratio(variant.share), wording.duration(variant.median_duration_seconds)
        numbers = (share, wording.count(variant.n), length, wording.resolved(variant))
        _draw_numbers(canvas, x + room, y + 24, numbers, 13, INK)
        y += 10 + rows * CHIP_ROW
        canvas.box(x + RANK_WIDTH, y, path_room, 3, PANEL)
        canvas.box(x + RANK_WIDTH, y, max(variant.share * path_room, 1.5), 3, OTHER if variant.is_other else ACCENT)
        y += 9
        canvas.line(x, y, x + room, y)
    total = wording.count(sum(variant.n for variant in m.variants))
    canvas.text(x + RANK_WIDTH, y + 24, "All journeys", 12, path_room, weight=600)
    _draw_numbers(canvas, x + room, y + 24, (wording.ratio(sum(v.share for v in m.variants)), total, "", ""), 13, INK)
    canvas.text(x + RANK_WIDTH, y + 44, wording.ABOUT_RESOLVED, 11, room - RANK_WIDTH, colour=FAINT)
    return y + 54


def _draw_numbers(
    canvas: Canvas, right: float, baseline: float, said: tuple[str, str, str, str], size: float, colour: str
) -> None:
    widths = (SHARE_WIDTH, COUNT_WIDTH, DURATION_WIDTH, RESOLVED_WIDTH)
    end = right - NUMBERS_WIDTH
    for place, (text, width) in enumerate(zip(said, widths, strict=True)):
        end += width
        if text:
            weight = 600 if place == 0 and size > 11 else 400
            canvas.text(end, baseline, text, size, width - 4, weight=weight, colour=colour, anchor="end")


def _draw_path(
    canvas: Canvas, variant: Variant, x: float, y: float, room: float, title_of: Callable[[str], str]
) -> int:
    if variant.is_other:
        number = wording.counted(variant.distinct_paths, "path")
        canvas.text(x, y + 14, f"other: {number}, each taken less often", 12, room, colour=SOFT)
        return 1
    if not variant.path:
        canvas.text(x, y + 14, "no step on any channel", 12, room, colour=SOFT)
        return 1
    placed = _place_chips([title_of(name) for name in variant.path], room)
    for index, (title, left, row, width) in enumerate(placed):
        top = y + row * CHIP_ROW
        if index:
            canvas.text(x + left - ARROW + 2, top + 14, "→", 11, ARROW, colour=FAINT)
        canvas.box(x + left, top, width, CHIP_HEIGHT, ACCENT_PALE, radius=4)
        canvas.text(x + left + 8, top + 14, title, 11.5, width - 15, colour=INK)
    return placed[-1][2] + 1


def _place_chips(titles: list[str], room: float) -> list[Placed]:
    """Return each chip's title, left edge, row and width, going on in the next row where one is full."""
    placed: list[Placed] = []
    left, row = 0.0, 0
    for index, title in enumerate(titles):
        width = width_of(shorten(title, MOST_CHIP_WIDTH - 16, 11.5), 11.5) * 1.03 + 16
        if index:
            left += ARROW
        if index and left + width > room:
            left, row = ARROW, row + 1
        placed.append((title, left, row, width))
        left += width
    return placed
