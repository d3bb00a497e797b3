"""The journey map as one picture for a board: draws the parts from the top of the sheet down."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.svg_canvas import ACCENT, ACCENT_PALE, INK, Canvas
from clew.maps.svg_header import draw_header
from clew.maps.svg_lanes import draw_lanes
from clew.maps.svg_ledger import draw_ledger
from clew.maps.svg_matrix import draw_matrix, matrix_width
from clew.maps.svg_metrics import draw_metrics
from clew.maps.svg_variants import draw_variants
from clew.model.journey_map import JourneyMap

LEAST_WIDTH = 1600.0
LANE_TITLE_WIDTH, LEAST_STAGE_WIDTH = 168.0, 190.0
GAP = 44.0
LEAST_VARIANTS_WIDTH = 600.0


def draw_map(m: JourneyMap) -> str:
    """Return the map as an SVG document, 1600 units wide or wider where stages or channels need it.

    Texts are measured in the shipped font: none leaves its box, and what is shortened shows the whole as a tooltip.
    """
    canvas = Canvas(_width_for(m))
    y = draw_header(canvas, m, 52)
    if said := wording.next_step(m):
        y = _draw_next_step(canvas, said, y) + GAP
    y = draw_metrics(canvas, m.headline, y) + GAP
    y = draw_lanes(canvas, m, y) + GAP
    y = _draw_flows(canvas, m, y) + GAP
    y = draw_ledger(canvas, m, y)
    return canvas.to_svg(y + 40, m.title, _described(m))


def _width_for(m: JourneyMap) -> float:
    margins = 2 * Canvas(0).margin
    stages = LANE_TITLE_WIDTH + len(m.stages) * LEAST_STAGE_WIDTH
    return max(LEAST_WIDTH, stages + margins, matrix_width(m.matrix) + margins)


def _draw_next_step(canvas: Canvas, said: str, y: float) -> float:
    canvas.box(canvas.margin, y, canvas.inner_width, 52, ACCENT_PALE, radius=6)
    canvas.box(canvas.margin, y, 5, 52, ACCENT)
    canvas.text(canvas.margin + 22, y + 32, said, 15, canvas.inner_width - 44, weight=600, colour=INK)
    return y + 52


def _draw_flows(canvas: Canvas, m: JourneyMap, y: float) -> float:
    """Draw handoffs and paths side by side where both have room, else one under the other."""
    matrix = matrix_width(m.matrix)
    rest = canvas.inner_width - matrix - GAP
    if rest < LEAST_VARIANTS_WIDTH:
        y = draw_matrix(canvas, m.matrix, canvas.margin, y, canvas.inner_width) + GAP
        return draw_variants(canvas, m, canvas.margin, y, canvas.inner_width)
    below = draw_matrix(canvas, m.matrix, canvas.margin, y, matrix)
    return max(below, draw_variants(canvas, m, canvas.margin + matrix + GAP, y, rest))


def _described(m: JourneyMap) -> str:
    counts = ((m.interactions, "interaction"), (m.customers, "customer"), (m.journeys, "journey"))
    said = ", ".join(wording.counted(number, noun) for number, noun in counts) + f", {wording.period(m)}."
    return " ".join(part for part in (m.selection, said, wording.next_step(m)) if part)
