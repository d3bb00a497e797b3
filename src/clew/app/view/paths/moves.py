"""Every move from one word of a path to the next, in the order of the moves and their waits: what flow graphs are counted from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import Making
from clew.app.view.paths.same_path import Variants, variants_of
from clew.app.view.view import View
from clew.journeys import waits_us

#: Names of a graph's nodes that are no words of a path; words of paths never hold brackets.
START, END, OTHER = "(start)", "(end)", "(other)"


@dataclass(frozen=True)
class Moves:
    """All moves of one making, sorted by kind of move, then by wait; kind k goes ``source[k]`` → ``target[k]``.

    Codes are those of the words, then one for the start (``len(words)``) and one for the end. Every journey starts and
    ends once. ``kind[i]``, ``journey[i]`` and ``wait_us[i]`` (-1: none) belong to move i.
    """

    variants: Variants
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    kind: NDArray[np.int32]
    journey: NDArray[np.int32]
    wait_us: NDArray[np.int64]

    @property
    def start(self) -> int:
        """The code of the start."""
        return len(self.variants.level.titles)

    @property
    def end(self) -> int:
        """The code of the end."""
        return len(self.variants.level.titles) + 1

    def name(self, code: int) -> str:
        """Return how an address has a node."""
        return (*self.variants.level.words.names, START, END)[code]


def moves_of(view: View, making: Making) -> Moves:
    """Return all moves of a making."""
    return view.remembered(("moves", making), lambda: _moves_of(view, making))


def _moves_of(view: View, making: Making) -> Moves:
    every = variants_of(view, making)
    paths = every.paths
    start, end = len(every.level.titles), len(every.level.titles) + 1
    source = np.full(len(paths.code), start, dtype=np.int64)
    source[1:] = np.where(paths.before[1:] < 0, start, paths.code[:-1])
    length = np.diff(paths.first)
    leaves = np.full(len(paths), start, dtype=np.int64)
    leaves[length > 0] = paths.code[paths.first[1:][length > 0] - 1]
    pair = np.concatenate([source * (end + 1) + paths.code, leaves * (end + 1) + end])
    known, kind = _numbered(pair, (end + 1) ** 2)
    wait = np.concatenate([waits_us(paths, view.steps.occurred_us, view.steps.wait_before_us), np.full(len(paths), -1)])
    journey = np.concatenate([paths.journey, np.arange(len(paths), dtype=np.int32)])
    order = _by_kind_and_wait(kind, wait)
    source_of, target_of = np.divmod(known, end + 1)
    return Moves(
        every, source_of.astype(np.int32), target_of.astype(np.int32), kind[order], journey[order], wait[order]
    )


def _numbered(pair: NDArray[np.int64], possible: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Number the pairs that occur."""
    if possible > 4_000_000:
        known, number = np.unique(pair, return_inverse=True)
        return known, number.reshape(-1).astype(np.int32)
    known = np.flatnonzero(np.bincount(pair, minlength=possible))
    place = np.zeros(possible, dtype=np.int32)
    place[known] = np.arange(len(known), dtype=np.int32)
    return known, place[pair]


def _by_kind_and_wait(kind: NDArray[np.int32], wait: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the order by kind, then wait; both fit one integer, which sorts several times faster than two keys."""
    longest = int(wait.max(initial=0)) + 2
    if (int(kind.max(initial=0)) + 1) * longest < 2**62:
        return np.argsort(kind.astype(np.int64) * longest + (wait + 1))
    return np.lexsort((wait, kind))
