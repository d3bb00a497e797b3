"""The foot of the picture: where the rows came from and went to, and what was assumed."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.svg_canvas import FAINT, INK, SOFT, STATE_COLOURS, Canvas
from clew.maps.svg_text import broken
from clew.model.journey_map import JourneyMap

HEADS = ("received", "stored", "duplicate", "quarantined", "refused", "interactions")
COLUMN_WIDTH, BALANCE_WIDTH = 86.0, 116.0
GAP = 44.0


def draw_ledger(canvas: Canvas, m: JourneyMap, y: float) -> float:
    """Draw sources and notes side by side; return where the sheet may end."""
    ledger = canvas.inner_width * 0.62
    notes = canvas.inner_width - ledger - GAP
    below = _draw_sources(canvas, m, canvas.margin, y, ledger)
    return max(below, _draw_notes(canvas, m.notes, canvas.margin + ledger + GAP, y, notes))


def _draw_sources(canvas: Canvas, m: JourneyMap, x: float, y: float, room: float) -> float:
    y = canvas.heading(y, wording.SOURCES_TITLE, wording.about_sources(m), x, room)
    if not m.sources:
        canvas.text(x, y + 18, "Nothing has been imported yet.", 13, room, colour=SOFT)
        return y + 30
    first = x + room - BALANCE_WIDTH - COLUMN_WIDTH * len(HEADS)
    for place, head in enumerate(HEADS):
        canvas.text(first + COLUMN_WIDTH * (place + 1), y + 14, head, 11, COLUMN_WIDTH - 6, colour=FAINT, anchor="end")
    y += 22
    for source in m.sources:
        canvas.line(x, y, x + room, y)
        canvas.text(x, y + 19, source.source, 12, first - x)
        for place, head in enumerate(HEADS):
            number = wording.count(getattr(source, head))
            canvas.text(
                first + COLUMN_WIDTH * (place + 1), y + 19, number, 12, COLUMN_WIDTH - 6, colour=INK, anchor="end"
            )
        balance = wording.balance(source)
        colour = SOFT if balance == "balanced" else STATE_COLOURS["lost"]
        canvas.text(x + room, y + 19, balance, 12, BALANCE_WIDTH - 8, colour=colour, anchor="end")
        y += 28
    return y + 6


def _draw_notes(canvas: Canvas, notes: tuple[str, ...], x: float, y: float, room: float) -> float:
    y = canvas.heading(y, "What was assumed", "", x, room)
    for note in notes or ("Nothing was assumed.",):
        for place, line in enumerate(broken(wording.plain(note), room - 14, 12)):
            if place == 0:
                canvas.text(x, y + 14, "•", 12, 12, colour=FAINT)
            tip = note if line.endswith("…") else ""
            canvas.text(x + 14, y + 14, line, 12, room - 14, colour=SOFT, tip=tip)
            y += 17
        y += 5
    return y
