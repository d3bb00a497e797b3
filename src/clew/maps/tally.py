"""Counts a lane's things by column, entry and journey once, so that any group of journeys is summed in moments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clew.journeys import EncodedBuild
from clew.maps.columns import Columns
from clew.maps.lanes import LaneDefinition, Things
from clew.metrics import WITHHELD_BELOW

if TYPE_CHECKING:
    from numpy.typing import NDArray

SECOND_US = 1_000_000


@dataclass(frozen=True)
class Tally:
    """One row for each (column, entry, journey) that has any: ``cell`` numbers column and entry together, rows are sorted by it.

    ``count`` things of the entry; ``whole`` things of the journey in the column; ``newest_us`` the moment of the last one;
    ``leads`` marks the first row of each journey in a column.
    """

    definition: LaneDefinition
    columns: Columns
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    cell: NDArray[np.int64]
    journey: NDArray[np.int32]
    count: NDArray[np.float64]
    whole: NDArray[np.float64]
    leads: NDArray[np.bool_]
    newest_us: NDArray[np.int64]
    waits: Waits | None

    @property
    def size(self) -> int:
        """How many cells there are: columns times entries."""
        return len(self.columns) * len(self.keys)


@dataclass(frozen=True)
class Waits:
    """The known waits of single things, sorted by cell and length."""

    cell: NDArray[np.int64]
    journey: NDArray[np.int32]
    wait_us: NDArray[np.int64]


def tally(definition: LaneDefinition, build: EncodedBuild, columns: Columns) -> Tally:
    """Count what the lane counts in the columns."""
    things = definition.things(build, columns)
    column = columns.of_step[things.step]
    inside = np.flatnonzero(column >= 0)
    at = things.step[inside]
    code = column[inside].astype(np.int64) * max(len(things.keys), 1) + things.entry[inside]
    # Rows come by journey, and the sort is stable; on small integers it is a radix sort.
    narrow = len(columns) * len(things.keys) < 2**16
    order = np.argsort(code.astype(np.uint16) if narrow else code, kind="stable")
    code, journey, moment = code[order], build.steps.journey[at[order]], build.steps.occurred_us[at[order]]
    begins = np.ones(len(code), dtype=bool)
    begins[1:] = (code[1:] != code[:-1]) | (journey[1:] != journey[:-1])
    starts = np.flatnonzero(begins)
    count = np.diff(np.append(starts, len(code))).astype(np.float64)
    code, journey = code[starts], journey[starts]
    newest = np.maximum.reduceat(moment, starts) if len(starts) else np.zeros(0, dtype=np.int64)
    slot = code // max(len(things.keys), 1) * len(build.journeys) + journey
    whole = np.bincount(slot, weights=count).astype(np.float64)[slot] if len(slot) else count
    waits = _waits(things, inside[order], column, build) if things.wait_us is not None else None
    parts = (code, journey, count, whole, _firsts(slot), newest, waits)
    return Tally(definition, columns, things.keys, things.titles, *parts)


def _firsts(slot: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mark the first row of each slot."""
    first = np.zeros(int(slot.max()) + 1 if len(slot) else 0, dtype=np.int64)
    first[slot[::-1]] = np.arange(len(slot))[::-1]  # of several writes to one place numpy keeps the last
    marked = np.zeros(len(slot), dtype=bool)
    marked[first[slot]] = True
    return marked


def _waits(things: Things, rows: NDArray[np.int64], column: NDArray[np.int16], build: EncodedBuild) -> Waits:
    assert things.wait_us is not None
    known = rows[things.wait_us[rows] >= 0]
    cell = column[known].astype(np.int64) * max(len(things.keys), 1) + things.entry[known]
    order = np.lexsort((things.wait_us[known], cell))
    known = known[order]
    return Waits(cell[order], build.steps.journey[things.step[known]], things.wait_us[known])


@dataclass(frozen=True)
class Counted:
    """One line in a cell: how many things of which whole, and the median wait before them where five or more have one.

    The last one may stand for all entries that aren't listed (``others_than`` names those that are; ``others`` counts the rest).
    """

    key: str
    title: str
    n: int
    share: float
    wait_seconds: float | None = None
    others_than: tuple[str, ...] = ()
    others: int = 0

    @property
    def is_other(self) -> bool:
        """Whether it stands for all the rest."""
        return self.others > 0


def counts(found: Tally, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return how many things of the chosen journeys are in each cell: one row a column, one place an entry."""
    weights = found.count * chosen[found.journey]
    summed = np.bincount(found.cell, weights=weights, minlength=found.size)
    return summed.astype(np.int64).reshape(len(found.columns), len(found.keys))


def entries(found: Tally, chosen: NDArray[np.bool_]) -> list[tuple[Counted, ...]]:
    """Return each column's entries among the chosen journeys: the most frequent, then all others as one; none if it is empty."""
    counted = counts(found, chosen)
    waits = _median_waits(found, chosen)
    return [_column_entries(found, number, counted[number], waits) for number in range(len(found.columns))]


def _column_entries(
    found: Tally, column: int, counted: NDArray[np.int64], waits: dict[int, float]
) -> tuple[Counted, ...]:
    definition, occurring = found.definition, np.flatnonzero(counted).tolist()
    whole = int(counted.sum())
    cut = len(occurring)
    if definition.ranked:
        occurring.sort(key=lambda code: (-counted[code], found.titles[code], found.keys[code]))
        cut = definition.shown if cut > definition.shown + 1 else cut
    listed = [
        Counted(
            found.keys[code],
            found.titles[code],
            int(counted[code]),
            int(counted[code]) / whole,
            waits.get(column * len(found.keys) + code),
        )
        for code in occurring[:cut]
    ]
    if occurring[cut:]:
        rest = whole - sum(entry.n for entry in listed)
        keys = tuple(entry.key for entry in listed)
        listed.append(Counted("", "other", rest, rest / whole, others_than=keys, others=len(occurring) - cut))
    return tuple(listed)


def _median_waits(found: Tally, chosen: NDArray[np.bool_]) -> dict[int, float]:
    """Return the median of the known waits in each cell that has five or more, in seconds; of fewer it is withheld."""
    if found.waits is None:
        return {}
    among = chosen[found.waits.journey]
    cell, wait_us = found.waits.cell[among], found.waits.wait_us[among]
    occurring, start, size = np.unique(cell, return_index=True, return_counts=True)
    enough = size >= WITHHELD_BELOW
    occurring, start, size = occurring[enough], start[enough], size[enough]
    low, high = wait_us[start + (size - 1) // 2], wait_us[start + size // 2]
    return dict(zip(occurring.tolist(), ((low + high) / 2 / SECOND_US).tolist(), strict=True))


@dataclass(frozen=True)
class Reach:
    """How many journeys come to a column, what share of all, and how many steps they take in it."""

    journeys: int
    share: float
    steps: int


def reached(build: EncodedBuild, columns: Columns) -> NDArray[np.bool_]:
    """Say of each column (row) which journeys come to it."""
    found = np.zeros((len(columns) + 1, len(build.journeys)), dtype=bool)
    found[columns.of_step, build.steps.journey] = True
    return found[:-1]


def reach(
    build: EncodedBuild, columns: Columns, comes: NDArray[np.bool_], chosen: NDArray[np.bool_]
) -> tuple[Reach, ...]:
    """Return each column's reach among the chosen journeys."""
    total = int(chosen.sum())
    steps = np.bincount(columns.of_step[chosen[build.steps.journey]] + 1, minlength=len(columns) + 1)[1:]
    journeys = (comes & chosen).sum(axis=1).tolist()
    return tuple(
        Reach(n, n / total if total else 0.0, taken) for n, taken in zip(journeys, steps.tolist(), strict=True)
    )
