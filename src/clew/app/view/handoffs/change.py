"""Whether a handoff has become more or less frequent: in journeys' first days, in one period and in the one before it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.matrix import HandoffMatrix
from clew.app.view.handoffs.sides import sides
from clew.app.view.selection import Selection
from clew.app.view.values.compare import Spans, spans, within
from clew.app.view.view import View
from clew.metrics import ClusterSums

#: Each journey is followed for so many days, and left out until they are over: the newest ones had no time to hand off yet, and
#: would make every handoff look rarer than before.
FOLLOWED_DAYS = 7
DAY_US = 86_400_000_000
#: Beyond so many standard errors a difference is no longer what chance alone brings (95 %).
Z = 1.959963984540054


@dataclass(frozen=True)
class Frequency:
    """So many handoffs in the first days of so many journeys; ``variance`` is of their ratio, with a customer's several journeys as one voice."""

    handoffs: int
    journeys: int
    variance: float

    @property
    def per_journey(self) -> float | None:
        """Handoffs per journey."""
        return self.handoffs / self.journeys if self.journeys else None


@dataclass(frozen=True)
class HandoffChange:
    """One pair's frequency now and before; ``within_chance`` is None where one of the periods has no journeys."""

    now: Frequency
    before: Frequency

    @property
    def within_chance(self) -> bool | None:
        """Whether the two could differ so by chance alone."""
        now, before = self.now.per_journey, self.before.per_journey
        if now is None or before is None:
            return None
        return not abs(now - before) > Z * math.sqrt(self.now.variance + self.before.variance)


@dataclass(frozen=True)
class HandoffChanges:
    """The changes of a matrix's cells in their order, and of all handoffs together, between two periods."""

    spans: Spans
    cells: tuple[HandoffChange, ...]
    total: HandoffChange


def handoff_changes(view: View, selection: Selection, matrix: HandoffMatrix) -> HandoffChanges | None:
    """Return how the cells of a matrix changed; None where the data don't reach back to a period before.

    Periods go by when journeys began. Without one selected, the last 30 days are held against the 30 before. Counted are
    the handoffs in each journey's first seven days, of journeys that began at least so long before the data end.
    """
    found = spans(view, selection)
    if found is None or found.before is None:
        return None
    zone = ZoneInfo(view.settings.time_zone)
    followed = view.journeys.started_us <= view.journeys.ended_us.max() - FOLLOWED_DAYS * DAY_US
    now, before = (
        _frequencies(view, view.chosen(within(selection, span, zone)) & followed, matrix)
        for span in (found.now, found.before)
    )
    changes = tuple(HandoffChange(*pair) for pair in zip(now, before, strict=True))
    return HandoffChanges(found, changes[:-1], changes[-1])


def _frequencies(view: View, chosen: NDArray[np.bool_], matrix: HandoffMatrix) -> list[Frequency]:
    """Return how frequent each cell is among the chosen journeys, and last of all every handoff."""
    rows = np.flatnonzero(chosen[view.handoffs.journey] & _early(view))
    cell = _cell_of(view, matrix)[rows]
    rows, cell = rows[cell >= 0], cell[cell >= 0]
    customers = view.journeys.customer.codes
    journeys_of = np.bincount(customers[chosen], minlength=len(view.journeys.customer.names)).astype(np.float64)
    held = journeys_of[journeys_of > 0]
    n, nn, clusters = float(held.sum()), float(held @ held), len(held)

    def frequencies(group: NDArray[np.int64], groups: int) -> list[Frequency]:
        wide = max(len(journeys_of), 1)
        whose = customers[view.handoffs.journey[rows]]
        pair, count = np.unique(group * wide + whose, return_counts=True)
        of, y = pair // wide, count.astype(np.float64)
        sums = [np.bincount(of, weights=each, minlength=groups) for each in (y, y * y, y * journeys_of[pair % wide])]
        return [
            Frequency(int(total), int(n), _variance(ClusterSums(clusters, float(total), n, float(yy), float(yn), nn)))
            for total, yy, yn in zip(*sums, strict=True)
        ]

    return [*frequencies(cell, len(matrix.cells)), *frequencies(np.zeros(len(rows), dtype=np.int64), 1)]


def _early(view: View) -> NDArray[np.bool_]:
    """Say of each handoff whether it lies in the days in which its journey is followed."""
    handoffs, steps = view.handoffs, view.steps
    moment_us = steps.occurred_us[steps.first[handoffs.journey] + handoffs.position]
    return moment_us <= view.journeys.started_us[handoffs.journey] + FOLLOWED_DAYS * DAY_US


def _variance(sums: ClusterSums) -> float:
    return sums.variance if sums.n and sums.customers > 1 else math.inf


def _cell_of(view: View, matrix: HandoffMatrix) -> NDArray[np.int64]:
    """Return the number of each handoff's cell, -1 where the matrix has none for it."""
    whole = sides(view, matrix.by)
    number = {name: at for at, name in enumerate(whole.names)}
    places = [
        [len(whole.names) if end.is_other else number[end.names[0]] for end in ends]
        for ends in (matrix.rows, matrix.columns)
    ]
    table = np.full((whole.count, whole.count), -1, dtype=np.int64)
    for at, cell in enumerate(matrix.cells):
        table[places[0][cell.row], places[1][cell.column]] = at
    return table[whole.before, whole.after]
