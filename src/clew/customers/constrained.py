"""Joins identifiers link by link, the best believed first, and leaves out each link that would join too much."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.customers.fate import APART, JOINS, OVER_LIMIT

DAY_US = 86_400_000_000
#: Which limits a link has to keep: all of them, all but those on sources' own numbers, or none.
ALL, BUT_NUMBERS, NONE = range(3)


@dataclass(frozen=True)
class CodedLimit:
    """At most ``most`` members of these kinds (codes) in one group: ever, or first seen within ``window_us``.

    ``on_numbers`` where they are the numbers under which a source keeps its own records.
    """

    kinds: tuple[int, ...]
    most: int
    window_us: int | None = None
    on_numbers: bool = False


@dataclass(frozen=True)
class Joined:
    """``group`` of every identifier (the least code in it); ``fate`` of every link, and the ``limit`` that it broke or -1."""

    group: NDArray[np.int64]
    fate: NDArray[np.int8]
    limit: NDArray[np.int64]


def join(
    kind: NDArray[np.int64],
    since_us: NDArray[np.int64],
    links: NDArray[np.int64],
    limits: tuple[CodedLimit, ...],
    apart: NDArray[np.int64],
    free: NDArray[np.int8],
    order: tuple[NDArray[np.generic], ...] = (),
) -> Joined:
    """Join identifiers 0 … n-1 by ``links`` (rows of two codes), the best believed first: as they lie, or by the keys of ``order``.

    ``order`` is as :func:`numpy.lexsort` has it: the last key counts most, and less is believed more.

    ``kind`` and ``since_us`` are of the identifiers. A link is left out where the joined group would break one of the
    ``limits`` that it has to keep (``free``: ``ALL``, ``BUT_NUMBERS``, ``NONE``), or hold both of a pair that is kept ``apart``. Groups depend on nothing but
    the links of their own connected part, so that a part can be joined alone.
    """
    count = len(kind)
    group = connected(count, links)
    fate, broken = np.zeros(len(links), dtype=np.int8), np.full(len(links), -1, dtype=np.int64)
    doubtful = _doubtful(group, kind, limits, apart)
    if len(doubtful):
        is_doubtful = np.zeros(count, dtype=bool)
        is_doubtful[doubtful] = True
        is_doubtful = is_doubtful[group]
        again = np.flatnonzero(is_doubtful[links[:, 0]])
        if order:
            again = again[np.lexsort(tuple(key[again] for key in order))]
        members = np.flatnonzero(is_doubtful)
        walk = _Walk(kind, since_us, limits, members, apart)
        for at, (a, b), keeps in zip(again.tolist(), links[again].tolist(), free[again].tolist(), strict=True):
            fate[at], broken[at] = walk.take(a, b, keeps)
        for member in members.tolist():
            group[member] = walk.find(member)
        group[members] = _least(group[members], members, count)
        # What was left out between two that others joined later joins as well.
        together = again[group[links[again, 0]] == group[links[again, 1]]]
        fate[together], broken[together] = JOINS, -1
    return Joined(group, fate, broken)


def connected(count: int, links: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the least code of each identifier's connected part.

    Labels fall to the least neighbour's and are shortened until each names its part: at most O(log² n) rounds, long chains
    included (Liu & Tarjan, Simple Concurrent Labeling Algorithms for Connected Components, 2019, algorithm RA).
    """
    above = np.arange(count)
    one, other = links[:, 0], links[:, 1]
    while len(one):
        one, other = above[one], above[other]
        apart = one != other
        one, other = one[apart], other[apart]
        np.minimum.at(above, np.maximum(one, other), np.minimum(one, other))
        shorter = above[above]
        while not np.array_equal(shorter, above):
            above, shorter = shorter, shorter[shorter]
    return above


def _least(part: NDArray[np.int64], members: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the least member of each member's part."""
    first = np.full(count, count, dtype=np.int64)
    np.minimum.at(first, part, members)
    return first[part]


def _doubtful(
    group: NDArray[np.int64], kind: NDArray[np.int64], limits: tuple[CodedLimit, ...], apart: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the connected parts that may break a limit or hold a pair that is kept apart."""
    found = [group[apart[:, 0]][group[apart[:, 0]] == group[apart[:, 1]]]] if len(apart) else []
    for limit in limits:
        held = np.bincount(group[np.isin(kind, limit.kinds)], minlength=1)
        found.append(np.flatnonzero(held > limit.most))
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


class _Walk:
    """Union-find over the doubtful parts that knows how many of each limited kind a group holds, and when they came."""

    def __init__(
        self,
        kind: NDArray[np.int64],
        since_us: NDArray[np.int64],
        limits: tuple[CodedLimit, ...],
        members: NDArray[np.int64],
        apart: NDArray[np.int64],
    ) -> None:
        self._limits = limits
        self._above = {member: member for member in members.tolist()}
        self._size = dict.fromkeys(self._above, 1)
        of_kind: dict[int, list[int]] = {}
        for number, limit in enumerate(limits):
            for one in limit.kinds:
                of_kind.setdefault(one, []).append(number)
        kinds, times = kind[members].tolist(), since_us[members].tolist()
        self._held: dict[int, dict[int, list[int]]] = {
            member: {number: [seen] for number in of_kind.get(one, ())}
            for member, one, seen in zip(self._above, kinds, times, strict=True)
        }
        self._enemies: dict[int, set[int]] = {}
        for a, b in apart.tolist():
            if a in self._above and b in self._above:
                self._enemies.setdefault(a, set()).add(b)
                self._enemies.setdefault(b, set()).add(a)

    def find(self, member: int) -> int:
        above = self._above
        while (parent := above[member]) != member:
            above[member] = member = above[parent]
        return member

    def take(self, a: int, b: int, keeps: int) -> tuple[int, int]:
        """Join the groups of two identifiers, or return why not and which limit it would break."""
        low, high = self.find(a), self.find(b)
        if low == high:
            return JOINS, -1
        if self._size[low] < self._size[high]:
            low, high = high, low
        if self._at_odds(low, high):
            return APART, -1
        held, more = self._held[low], self._held[high]
        merged = more
        for number, times in more.items():
            if number in held:
                together = sorted(held[number] + times)
                if _has_to_keep(keeps, self._limits[number]) and _breaks(self._limits[number], together):
                    return OVER_LIMIT, number
                merged = {**merged, number: together}
        self._above[high] = low
        self._size[low] += self._size[high]
        held.update(merged)
        del self._held[high]
        if high in self._enemies:
            self._enemies.setdefault(low, set()).update(self._enemies.pop(high))
        return JOINS, -1

    def _at_odds(self, low: int, high: int) -> bool:
        one, other = self._enemies.get(low), self._enemies.get(high)
        if not one or not other:
            return False
        few, root = (one, high) if len(one) <= len(other) else (other, low)
        return any(self.find(enemy) == root for enemy in few)


def _has_to_keep(keeps: int, limit: CodedLimit) -> bool:
    return keeps == ALL or (keeps == BUT_NUMBERS and not limit.on_numbers)


def _breaks(limit: CodedLimit, times: list[int]) -> bool:
    if len(times) <= limit.most:
        return False
    if limit.window_us is None:
        return True
    return any(later - earlier <= limit.window_us for earlier, later in zip(times, times[limit.most :], strict=False))
