"""Where one detector's findings show: channel by channel, and each finding with its step, its words and where it began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.customers.customer import customer_lines
from clew.app.view.customers.thread import ThreadStep, read_steps
from clew.app.view.customers.topics import topic_of
from clew.app.view.pain_points.found import FoundPoints, found_points
from clew.app.view.pain_points.word import PainPointWord
from clew.app.view.view import View

#: So much of a text is shown as evidence.
LONGEST_WORDS = 400


@dataclass(frozen=True)
class ChannelCount:
    """Findings that show on one channel, and in how many journeys."""

    channel: str
    found: int
    journeys: int
    word: PainPointWord


@dataclass(frozen=True)
class Finding:
    """One finding with its step; ``words`` are those that show it, empty where it isn't words that do.

    ``customer`` is the customer's best name. ``since_us`` is when it began, None where it is at one step.
    """

    step: ThreadStep
    customer_id: str
    customer: str
    topic: str
    severity: float
    amount: float | None
    since_position: int | None
    since_us: int | None
    words: str


def found_rows(view: View, word: PainPointWord, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the rows of the findings that a word names on the chosen journeys, the latest first."""
    points = found_points(view)
    return np.flatnonzero(_named(view, points, word) & chosen[points.journey])


def times_behind(view: View, word: PainPointWord) -> NDArray[np.int64]:
    """Return how many of the findings that a word names each of the view's journeys holds."""
    points = found_points(view)
    return np.bincount(points.journey[_named(view, points, word)], minlength=len(view.journeys)).astype(np.int64)


def by_channel(view: View, detector: str, chosen: NDArray[np.bool_]) -> list[ChannelCount]:
    """Return on which channels a detector's findings show, the most first; they sum to all findings."""
    points, channels = found_points(view), view.steps.channel
    rows = found_rows(view, PainPointWord(detector), chosen)
    codes, journeys = channels.codes[points.step[rows]], points.journey[rows]
    counts = [
        ChannelCount(
            channels.names[code],
            int((codes == code).sum()),
            len(np.unique(journeys[codes == code])),
            PainPointWord(detector, channels.names[code]),
        )
        for code in np.unique(codes).tolist()
    ]
    return sorted(counts, key=lambda each: (-each.found, each.channel))


def findings(view: View, rows: NDArray[np.int64]) -> list[Finding]:
    """Return these findings with their steps; a page's worth, as texts are read from disk."""
    points = found_points(view)
    steps = read_steps(view, points.step[rows])
    owners = _customers(view, points.journey[rows].tolist())
    names = {line.customer_id: line.name for line in customer_lines(view, sorted(set(owners)))}
    return [
        _finding(view, points, int(row), step, owner, names[owner])
        for row, step, owner in zip(rows, steps, owners, strict=True)
    ]


def _named(view: View, points: FoundPoints, word: PainPointWord) -> NDArray[np.bool_]:
    named = points.of(word.detector) if word.detector else np.ones(len(points.step), dtype=bool)
    return named & view.steps.channel.among((word.channel,))[points.step] if word.channel else named


def _customers(view: View, journeys: Iterable[int]) -> list[str]:
    customer = view.journeys.customer
    return [customer.names[customer.codes[journey]] for journey in journeys]


def _finding(view: View, points: FoundPoints, row: int, step: ThreadStep, customer_id: str, name: str) -> Finding:
    amount, since = float(points.amount[row]), int(points.since_position[row])
    start, end = int(points.start_char[row]), int(points.end_char[row])
    first = int(view.steps.first[int(points.journey[row])])
    return Finding(
        step,
        customer_id,
        name,
        topic_of(view, int(points.journey[row])),
        float(points.severity[row]),
        None if np.isnan(amount) else amount,
        since if since >= 0 else None,
        int(view.steps.occurred_us[first + since]) if since >= 0 else None,
        step.text[start : min(end, start + LONGEST_WORDS)] if start >= 0 else "",
    )
