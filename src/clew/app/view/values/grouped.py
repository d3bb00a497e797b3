"""One metric for each of several groups of journeys at once, sorted once and then taken in slices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.metrics import PARTS, Measured, known_metrics, summarise
from clew.model import MetricValue

#: Why a group without journeys has no value: others may well have journeys.
NOBODY = "no journey here"


@dataclass(frozen=True)
class PartCounts:
    """What became of a group's journeys in a metric; the four sum to all of them."""

    counted: int = 0
    censored: int = 0
    immature: int = 0
    left_out: int = 0

    @property
    def journeys(self) -> int:
        """All journeys of the group."""
        return self.counted + self.censored + self.immature + self.left_out

    @property
    def measured(self) -> int:
        """Those that the value rests on: counted, or not there yet (censored)."""
        return self.counted + self.censored


@dataclass(frozen=True)
class GroupValue:
    """A metric over one group of journeys, and what became of each of them."""

    value: MetricValue
    parts: PartCounts

    @property
    def through(self) -> str:
        """The through word of the journeys that n counts; a condition may follow after ``/``."""
        return f"metric:{self.value.name}/{'counted' if self.value.n == self.parts.counted else ''}"


def group_value(view: View, metric: str, chosen: NDArray[np.bool_]) -> GroupValue:
    """Return the metric over the chosen journeys."""
    return _summarised(metric, view.measured(metric).among(chosen))


@dataclass(frozen=True)
class Groups:
    """Rows of the view's journeys in groups: group g holds ``rows[cuts[g]:cuts[g + 1]]``."""

    rows: NDArray[np.int64]
    cuts: tuple[int, ...]


def grouped(at: NDArray[np.int64], group: NDArray[np.int64], groups: int) -> Groups:
    """Return the rows ``at`` by their groups, which ``group`` numbers from 0 below ``groups``."""
    # 16 bits sort in one pass; there are never as many groups as would need more.
    order = np.argsort(group.astype(np.int16), kind="stable")
    return Groups(at[order], (0, *np.cumsum(np.bincount(group, minlength=groups)).tolist()))


def grouped_values(view: View, metric: str, groups: Groups) -> list[GroupValue]:
    """Return the metric over each group."""
    measured = view.measured(metric)
    return [_summarised(metric, _piece(measured, groups.rows[start:end])) for start, end in pairwise(groups.cuts)]


def part_counts(measured: Measured) -> PartCounts:
    """Count the parts."""
    return PartCounts(*np.bincount(measured.part, minlength=len(PARTS)).tolist())


def _summarised(metric: str, measured: Measured) -> GroupValue:
    value = summarise(known_metrics()[metric], measured)
    if not len(measured.part):
        value = replace(value, reason=NOBODY)
    return GroupValue(value, part_counts(measured))


def _piece(measured: Measured, rows: NDArray[np.int64]) -> Measured:
    """Return some rows, their customers numbered anew: sums over customers cost as much as the highest number."""
    piece = measured.among(rows)
    customers = piece.customer
    if not len(rows) or customers.max() < 4 * len(rows):
        return piece
    return replace(piece, customer=np.unique(customers, return_inverse=True)[1])
