"""The handoffs that hurt most: those that make customers wait longest in all, or that most often end unresolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.measure import Unresolved, unresolved
from clew.app.view.handoffs.word import HandoffWord, encoded
from clew.app.view.view import View

SECOND_US = 1_000_000
#: Pairs with fewer handoffs say more about chance; they are counted, not ranked.
RANKED_FROM = 30
SHOWN = 8

RankedBy = Literal["waiting", "unresolved"]


@dataclass(frozen=True)
class WorstHandoff:
    """All handoffs from one channel to another, or within one from party to party.

    ``waiting_seconds`` is the median wait times the ``answered`` handoffs, those that have a wait: about what they cost
    customers in all.
    ``unresolved`` is None where too few journeys told how they ended.
    """

    from_channel: str
    to_channel: str
    n: int
    journeys: int
    answered: int
    median_wait_seconds: float | None
    waiting_seconds: float | None
    unresolved: Unresolved | None

    @property
    def through(self) -> str:
        """The through word of these handoffs."""
        return str(HandoffWord("channel", encoded(self.from_channel), encoded(self.to_channel)))


@dataclass(frozen=True)
class WorstHandoffs:
    """The worst pairs by one measure; with ``below_shown`` and ``thin`` handoffs (of ``thin_pairs``) they sum to ``total``."""

    ranked_by: RankedBy
    shown: tuple[WorstHandoff, ...]
    below_shown: int
    thin: int
    thin_pairs: int
    total: int


@dataclass(frozen=True)
class _Pair:
    before: int
    after: int
    rows: NDArray[np.int64]


def worst_handoffs(view: View, chosen: NDArray[np.bool_], ranked_by: RankedBy = "waiting") -> WorstHandoffs:
    """Return the worst pairs of channels among the chosen journeys, the worst first; ties by their names."""
    pairs = _pairs(view, chosen)
    enough = [pair for pair in pairs if len(pair.rows) >= RANKED_FROM]
    badness = _waiting if ranked_by == "waiting" else _surely_unresolved
    rated = [(rate, pair) for pair in enough if (rate := badness(view, pair.rows)) is not None]
    names = view.handoffs.from_channel.names, view.handoffs.to_channel.names
    rated.sort(key=lambda each: (-each[0], names[0][each[1].before], names[1][each[1].after]))
    shown = tuple(_described(view, pair) for _, pair in rated[:SHOWN])
    total, many = (sum(len(pair.rows) for pair in some) for some in (pairs, enough))
    return WorstHandoffs(
        ranked_by,
        shown,
        below_shown=many - sum(each.n for each in shown),
        thin=total - many,
        thin_pairs=len(pairs) - len(enough),
        total=total,
    )


def _pairs(view: View, chosen: NDArray[np.bool_]) -> list[_Pair]:
    handoffs = view.handoffs
    rows = np.flatnonzero(chosen[handoffs.journey])
    if not len(rows):
        return []
    wide = len(handoffs.to_channel.names)
    numbers = handoffs.from_channel.codes[rows] * wide + handoffs.to_channel.codes[rows]
    order = np.argsort(numbers, kind="stable")
    found, starts = np.unique(numbers[order], return_index=True)
    pieces = np.split(rows[order], starts[1:])
    return [_Pair(*divmod(int(number), wide), piece) for number, piece in zip(found, pieces, strict=True)]


def _described(view: View, pair: _Pair) -> WorstHandoff:
    handoffs = view.handoffs
    median, answered = _median_wait(view, pair.rows)
    return WorstHandoff(
        handoffs.from_channel.names[pair.before],
        handoffs.to_channel.names[pair.after],
        n=len(pair.rows),
        journeys=len(np.unique(handoffs.journey[pair.rows])),
        answered=answered,
        median_wait_seconds=median,
        waiting_seconds=_waiting(view, pair.rows),
        unresolved=unresolved(view, pair.rows, RANKED_FROM),
    )


def _median_wait(view: View, rows: NDArray[np.int64]) -> tuple[float | None, int]:
    """Return the median wait in seconds, and how many handoffs have one."""
    waits = view.handoffs.wait_us[rows]
    waits = waits[waits >= 0]
    return (float(np.median(waits)) / SECOND_US if len(waits) else None), len(waits)


def _waiting(view: View, rows: NDArray[np.int64]) -> float | None:
    median, waits = _median_wait(view, rows)
    return None if median is None else median * waits


def _surely_unresolved(view: View, rows: NDArray[np.int64]) -> float | None:
    """Return the lower end of the share's interval: small pairs don't come first by chance."""
    found = unresolved(view, rows, RANKED_FROM)
    return None if found is None else found.low
