"""The head of the picture: what the map is of, the time it covers, and how much it rests on."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.svg_canvas import FAINT, INK, SOFT, Canvas
from clew.maps.svg_text import broken
from clew.model.journey_map import JourneyMap

COUNT_WIDTH = 148.0


def draw_header(canvas: Canvas, m: JourneyMap, y: float) -> float:
    """Draw title, selection, period and the three counts; return where the next part may begin."""
    left, room = canvas.margin, canvas.inner_width - 3 * COUNT_WIDTH - 40
    canvas.text(left, y + 8, "CUSTOMER JOURNEY MAP", 11, room, weight=600, colour=FAINT)
    baseline = y + 44
    for line in broken(wording.plain(m.title), room, 30, 600, most_lines=2):
        canvas.text(left, baseline, line, 30, room, weight=600, tip=m.title if line.endswith("…") else "")
        baseline += 38
    for line in broken(wording.plain(m.selection), room, 15, 600, most_lines=3):
        tip = m.selection if line.endswith("…") else ""
        canvas.text(left, baseline - 8, line, 15, room, weight=600, tip=tip)
        baseline += 22
    said = f"{wording.period(m)}  ·  workspace {m.workspace}  ·  made {wording.made_at(m)}"
    canvas.text(left, baseline - 8, said, 14, room, colour=SOFT)
    for place, (number, what) in enumerate(
        ((m.interactions, "interactions"), (m.customers, "customers"), (m.journeys, "journeys"))
    ):
        right = canvas.margin + canvas.inner_width - (2 - place) * COUNT_WIDTH
        canvas.text(right, y + 42, wording.count(number), 26, COUNT_WIDTH - 12, weight=600, colour=INK, anchor="end")
        canvas.text(right, y + 62, what, 12, COUNT_WIDTH - 12, colour=SOFT, anchor="end")
    return baseline + 24
