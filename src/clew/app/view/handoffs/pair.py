"""One handoff looked at closely: how its waits spread, how it goes week by week, and between which stages it happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.days import DAY, Period, after, day_of, periods_between, start_us
from clew.app.view.handoffs.lost import Around, around
from clew.app.view.handoffs.measure import Handed, Unresolved, handed, unresolved
from clew.app.view.handoffs.word import SECOND_US, HandoffWord, encoded, handoffs_of
from clew.app.view.values.distribution import SECONDS_FROM
from clew.app.view.view import View

#: Weeks up to so many; a longer time is told by months, or years.
MOST_PERIODS = 60
SHOWN_STAGES = 8


@dataclass(frozen=True)
class WaitBin:
    """Handoffs that waited from ``low`` to below ``high`` seconds (None: no end); ``low`` None are those never answered."""

    low: float | None
    high: float | None
    n: int
    word: HandoffWord


@dataclass(frozen=True)
class PeriodOf:
    """The handoffs in journeys that began on the days ``first`` to ``last``; ``still_open`` of these may yet add some."""

    first: date
    last: date
    journeys: int
    still_open: int
    handed: Handed
    word: HandoffWord


@dataclass(frozen=True)
class StagesOf:
    """The handoffs that lead from one stage to another, or stay within one; empty titles with ``is_other``: all others."""

    before: str
    after: str
    n: int
    word: HandoffWord | None

    @property
    def is_other(self) -> bool:
        """Whether these are the rarer pairs of stages together."""
        return self.word is None


@dataclass(frozen=True)
class HandoffPair:
    """What one word of the matrix names; the bins, the periods and the stages each sum to ``total.n``."""

    word: HandoffWord
    total: Handed
    unresolved: Unresolved | None
    around: Around
    waits: tuple[WaitBin, ...]
    period: Period
    periods: tuple[PeriodOf, ...]
    stages: tuple[StagesOf, ...]


def handoff_pair(view: View, chosen: NDArray[np.bool_], word: HandoffWord) -> HandoffPair:
    """Return the chosen journeys' handoffs that the word names; UsageError where it names nothing that is there."""
    rows = np.flatnonzero(chosen[view.handoffs.journey] & handoffs_of(view, word))
    (total,) = handed(view, rows, np.zeros(len(rows), dtype=np.int64), 1)
    period, periods = _periods(view, chosen, rows, word)
    return HandoffPair(
        word,
        total,
        unresolved(view, rows),
        around(view, rows),
        _waits(view, rows, word),
        period,
        periods,
        _stages(view, rows, word),
    )


def _waits(view: View, rows: NDArray[np.int64], word: HandoffWord) -> tuple[WaitBin, ...]:
    """Return the bins without empty ones at either end, and last those that nobody answered."""
    wait_us = view.handoffs.wait_us[rows]
    edges = np.array([round(edge * SECOND_US) for edge in SECONDS_FROM], dtype=np.int64)
    counts = np.bincount(np.searchsorted(edges, wait_us[wait_us >= 0], side="right") - 1, minlength=len(edges))
    filled = np.flatnonzero(counts)
    bins = []
    for at in range(filled[0], filled[-1] + 1) if len(filled) else ():
        low, high = SECONDS_FROM[at], SECONDS_FROM[at + 1] if at + 1 < len(SECONDS_FROM) else None
        part = f"wait={low:g}..{'' if high is None else format(high, 'g')}"
        bins.append(WaitBin(low, high, int(counts[at]), word.narrowed(part)))
    unanswered = int(np.count_nonzero(wait_us < 0))
    return (*bins, WaitBin(None, None, unanswered, word.narrowed("wait=none")))


def _periods(
    view: View, chosen: NDArray[np.bool_], rows: NDArray[np.int64], word: HandoffWord
) -> tuple[Period, tuple[PeriodOf, ...]]:
    """Return the handoffs by when their journeys began, for every week in which a chosen journey began."""
    journeys = view.journeys
    started = journeys.started_us[chosen]
    if not len(started):
        return "week", ()
    zone = ZoneInfo(view.settings.time_zone)
    first, last = day_of(int(started.min()), zone), day_of(int(started.max()), zone)
    period, days = _few_enough(first, last)
    edges = np.array([start_us(day, zone) for day in days], dtype=np.int64)

    def numbered(moments_us: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.searchsorted(edges, moments_us, side="right") - 1

    began = np.bincount(numbered(started), minlength=len(days))
    still_open = np.bincount(
        numbered(journeys.started_us[chosen & journeys.outcome.among(("open",))]), minlength=len(days)
    )
    measured = handed(view, rows, numbered(journeys.started_us[view.handoffs.journey[rows]]), len(days))
    ends = [*(day - DAY for day in days[1:]), after(days[-1], period) - DAY]
    return period, tuple(
        PeriodOf(*span, int(began[at]), int(still_open[at]), one, word.narrowed(f"began={span[0]}..{span[1]}"))
        for at, (span, one) in enumerate(zip(zip(days, ends, strict=True), measured, strict=True))
    )


def _few_enough(first: date, last: date) -> tuple[Period, list[date]]:
    choices: tuple[tuple[Period, int], ...] = (("week", 7), ("month", 28))
    for period, length in choices:
        if (last - first).days / length < MOST_PERIODS:
            return period, periods_between(first, last, period)
    return "year", periods_between(first, last, "year")


def _stages(view: View, rows: NDArray[np.int64], word: HandoffWord) -> tuple[StagesOf, ...]:
    """Return the pairs of stages, the most frequent first, all beyond the eighth as one."""
    before, now = view.handoffs.from_stage, view.handoffs.to_stage
    wide = max(len(now.names), 1)
    pairs, counts = np.unique(before.codes[rows].astype(np.int64) * wide + now.codes[rows], return_counts=True)
    titles = dict(view.settings.stages)
    found = []
    for pair, n in zip(pairs.tolist(), counts.tolist(), strict=True):
        left, reached = before.names[pair // wide], now.names[pair % wide]
        named = word.narrowed(f"stages={encoded(left)}>{encoded(reached)}")
        found.append(StagesOf(_stage(titles, left), _stage(titles, reached), n, named))
    found.sort(key=lambda each: (-each.n, each.before, each.after))
    cut = SHOWN_STAGES if len(found) > SHOWN_STAGES + 1 else len(found)
    rest = sum(each.n for each in found[cut:])
    return (*found[:cut], StagesOf("", "", rest, None)) if rest else tuple(found)


def _stage(titles: dict[str, str], name: str) -> str:
    return titles.get(name, name.capitalize())
