"""The headline metrics as a row of cards: value, interval, n, and the state in words where a number isn't firm."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.svg_canvas import ACCENT, FAINT, HAIRLINE, INK, SOFT, STATE_COLOURS, STATE_GROUNDS, Canvas
from clew.maps.svg_text import broken, width_of
from clew.model.journey_map import MetricValue

GAP, PADDING = 16.0, 16.0
MOST_A_ROW = 4
REASON_LINES = 4


def draw_metrics(canvas: Canvas, metrics: tuple[MetricValue, ...], y: float) -> float:
    """Draw the cards, at most four a row, as high as their longest text asks; return where the next part may begin."""
    if not metrics:
        return y
    y = canvas.heading(y, "How well it goes", "Each number with its 95 % interval and what it rests on.") + 6
    columns = min(MOST_A_ROW, len(metrics)) if len(metrics) != MOST_A_ROW + 1 else 5
    width = (canvas.inner_width - GAP * (columns - 1)) / columns
    for start in range(0, len(metrics), columns):
        row = metrics[start : start + columns]
        height = max(_height(metric, width) for metric in row)
        for place, metric in enumerate(row):
            _draw_card(canvas, metric, canvas.margin + place * (width + GAP), y, width, height)
        y += height + GAP
    return y - GAP


def draw_state(canvas: Canvas, metric: MetricValue, right: float, baseline: float) -> float:
    """Draw a state's word as a small tag that ends at ``right``; return the width it takes (0 for an ok value)."""
    word = wording.STATE_WORDS[metric.state]
    if not word:
        return 0
    width = width_of(word, 11, 600) * 1.03 + 16
    canvas.box(
        right - width,
        baseline - 13,
        width,
        18,
        STATE_GROUNDS[metric.state],
        radius=9,
        stroke=STATE_COLOURS[metric.state],
    )
    canvas.text(
        right - width / 2,
        baseline,
        word,
        11,
        width - 6,
        weight=600,
        colour=STATE_COLOURS[metric.state],
        anchor="middle",
    )
    return width + 8


def _reason_lines(metric: MetricValue, width: float) -> list[str]:
    return broken(wording.plain(metric.reason), width - 2 * PADDING, 12, most_lines=REASON_LINES)


def _height(metric: MetricValue, width: float) -> float:
    reason = len(_reason_lines(metric, width))
    return 122 + (reason * 16 + 6 if reason else 0)


def _draw_card(canvas: Canvas, metric: MetricValue, x: float, y: float, width: float, height: float) -> None:
    firm = metric.state == "ok"
    edge, dashes = (HAIRLINE, "") if firm else (STATE_COLOURS[metric.state], "4 3")
    canvas.box(x, y, width, height, STATE_GROUNDS[metric.state], radius=6, stroke=edge, dashes=dashes)
    left, right, room = x + PADDING, x + width - PADDING, width - 2 * PADDING
    canvas.text(left, y + 27, metric.title, 13, room, weight=600, colour=SOFT, tip=metric.question)
    tag = draw_state(canvas, metric, right, y + 60)
    said = wording.amount(metric.value, metric.unit)
    colour = INK if metric.value is not None else STATE_COLOURS[metric.state]
    canvas.text(left, y + 64, said, 30, room - tag, weight=600, colour=colour)
    bounds = wording.interval(metric)
    track = room * 0.3 if bounds and metric.unit == "ratio" else 0
    canvas.text(left, y + 90, f"95 % interval {bounds}" if bounds else "no interval", 12, room - track, colour=SOFT)
    if track:
        _draw_track(canvas, metric, right - track + 8, y + 86, track - 8)
    better = wording.BETTER_WORDS[metric.better]
    aside = width_of(better, 11) * 1.03 + 2 if better else 0
    if better:
        canvas.text(right, y + 108, better, 11, aside, colour=FAINT, anchor="end")
    canvas.text(left, y + 108, wording.evidence(metric), 12, room - aside - 6, colour=SOFT)
    for place, line in enumerate(_reason_lines(metric, width)):
        tip = metric.reason if line.endswith("…") else ""
        canvas.text(
            left, y + 130 + place * 16, line, 12, room, colour=SOFT if firm else STATE_COLOURS[metric.state], tip=tip
        )


def _draw_track(canvas: Canvas, metric: MetricValue, x: float, y: float, width: float) -> None:
    """Draw 0 to 100 % as a line, the interval as its thick part and the value as a mark."""
    low, high, value = (min(max(bound or 0, 0), 1) for bound in (metric.low, metric.high, metric.value))
    canvas.line(x, y, x + width, y, HAIRLINE, 4)
    canvas.line(x + low * width, y, x + max(high * width, low * width + 2), y, "#8fb0cb", 4)
    canvas.box(x + value * width - 1.5, y - 6, 3, 12, ACCENT, radius=1)
