"""Who hands over to whom: every pair of channels, parties or teams with its handoffs, and totals that sum exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.lost import ContextLost, contexts_lost
from clew.app.view.handoffs.measure import Handed, handed
from clew.app.view.handoffs.sides import ANY, OTHER, By, Sides, sides
from clew.app.view.handoffs.word import HandoffWord, encoded, end_title
from clew.app.view.view import View


@dataclass(frozen=True)
class End:
    """A row or a column: who hands over or takes over, and all of their handoffs. ``names`` are those that it folds, else one."""

    title: str
    names: tuple[str, ...]
    is_other: bool
    total: Handed
    lost: ContextLost
    word: HandoffWord


@dataclass(frozen=True)
class CellOf:
    """The handoffs from ``row`` to ``column`` (places in the matrix's rows and columns); a pair without any has no cell."""

    row: int
    column: int
    handed: Handed
    lost: ContextLost
    word: HandoffWord


@dataclass(frozen=True)
class HandoffMatrix:
    """All chosen handoffs: the cells of a row sum to its total, the rows to ``total``, and so do columns."""

    by: By
    rows: tuple[End, ...]
    columns: tuple[End, ...]
    cells: tuple[CellOf, ...]
    total: Handed
    lost: ContextLost
    word: HandoffWord


@dataclass(frozen=True)
class Measured:
    """Groups of handoffs, and what each loses."""

    handed: list[Handed]
    lost: list[ContextLost]


def handoff_matrix(view: View, chosen: NDArray[np.bool_], by: By) -> HandoffMatrix:
    """Return the handoffs in the chosen journeys; rows and columns with most handoffs first, then by name."""
    whole = sides(view, by)
    rows = np.flatnonzero(chosen[view.handoffs.journey])
    before, after = whole.before[rows].astype(np.int64), whole.after[rows].astype(np.int64)
    from_ends, row_of = _ends(view, whole, _measured(view, rows, before, whole.count), after=False)
    to_ends, column_of = _ends(view, whole, _measured(view, rows, after, whole.count), after=True)
    wide = max(len(to_ends), 1)
    place, cell = np.unique(row_of[before] * wide + column_of[after], return_inverse=True)
    found = _measured(view, rows, cell.reshape(-1), len(place))
    total = _measured(view, rows, np.zeros(len(rows), dtype=np.int64), 1)
    cells = tuple(
        CellOf(
            at // wide,
            at % wide,
            one,
            lost,
            HandoffWord(by, from_ends[at // wide].word.before, to_ends[at % wide].word.after),
        )
        for at, one, lost in zip(place.tolist(), found.handed, found.lost, strict=True)
    )
    return HandoffMatrix(by, from_ends, to_ends, cells, total.handed[0], total.lost[0], HandoffWord(by))


def _measured(view: View, rows: NDArray[np.int64], group: NDArray[np.int64], groups: int) -> Measured:
    return Measured(handed(view, rows, group, groups), contexts_lost(view, rows, group, groups))


def _ends(view: View, whole: Sides, totals: Measured, *, after: bool) -> tuple[tuple[End, ...], NDArray[np.int64]]:
    """Return the rows (or columns) that have handoffs, and at which place each number of the sides stands."""
    there = [number for number, total in enumerate(totals.handed) if total.n]
    # What is folded stands last, however much it is together.
    there.sort(key=lambda number: (number == len(whole.names), -totals.handed[number].n, number))
    place = np.zeros(whole.count, dtype=np.int64)
    place[there] = np.arange(len(there))
    return tuple(_end(view, whole, number, totals, after=after) for number in there), place


def _end(view: View, whole: Sides, number: int, totals: Measured, *, after: bool) -> End:
    is_other = number == len(whole.names)
    names = whole.folded if is_other else (whole.names[number],)
    token = OTHER if is_other else encoded(names[0])
    word = HandoffWord(whole.by, ANY, token) if after else HandoffWord(whole.by, token, ANY)
    return End(
        end_title(view, whole.by, token, after=after), names, is_other, totals.handed[number], totals.lost[number], word
    )
