"""Two groups of journeys side by side: which paths each takes how often, which moves set them apart, and the key figures of both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import Making
from clew.app.view.paths.moves import Moves, moves_of
from clew.app.view.paths.same_path import variants_of
from clew.app.view.paths.share import Group, Share, apart
from clew.app.view.values.compare import Comparison, compare
from clew.app.view.view import View
from clew.metrics import Difference, known_metrics

VARIANTS_SHOWN = 12
MOVES_SHOWN = 15
#: A move that fewer journeys of both groups together make isn't ranked.
RANKED_FROM = 30


@dataclass(frozen=True)
class PathShares:
    """One path's share in both groups, or with ``variants`` of them that of all others (``codes`` is None)."""

    codes: tuple[int, ...] | None
    variants: int
    first: Share
    second: Share
    difference: Difference
    through: str


@dataclass(frozen=True)
class MoveShares:
    """The share of journeys in both groups that go straight from one step to another at least once."""

    source: int
    target: int
    first: Share
    second: Share
    difference: Difference
    through: str


@dataclass(frozen=True)
class SideBySide:
    """The first group less the second; paths sum to 1 in each group. ``shared`` journeys are in both."""

    journeys: tuple[int, int]
    customers: tuple[int, int]
    shared: int
    paths: tuple[PathShares, ...]
    moves: tuple[MoveShares, ...]
    ranked_moves: int


def side_by_side(view: View, first: NDArray[np.bool_], second: NDArray[np.bool_], making: Making) -> SideBySide:
    """Return two groups of journeys side by side."""
    one, other = Group(view, first), Group(view, second)
    moves, ranked = _moves(view, one, other, making)
    return SideBySide(
        (len(one.rows), len(other.rows)),
        (one.customers, other.customers),
        int(np.count_nonzero(first & second)),
        _paths(view, one, other, making),
        moves,
        ranked,
    )


def figures(view: View, first: NDArray[np.bool_], second: NDArray[np.bool_]) -> tuple[Comparison, ...]:
    """Return every metric over both groups, and the difference."""
    return tuple(compare(view, name, first, second) for name in known_metrics())


def _paths(view: View, one: Group, other: Group, making: Making) -> tuple[PathShares, ...]:
    """Return the paths that are most frequent in both groups taken as equally large, and all others."""
    every = variants_of(view, making)
    counts = [every.counted(group.chosen) for group in (one, other)]
    pooled = np.sum([count / max(int(count.sum()), 1) for count in counts], axis=0)
    taken = [at for at in np.argsort(-pooled, kind="stable").tolist() if pooled[at] > 0]
    listed = taken if len(taken) == VARIANTS_SHOWN + 1 else taken[:VARIANTS_SHOWN]
    rows = []
    for at in listed:
        having = every.grouped.variant == at
        a, b = one.share(having), other.share(having)
        rows.append(PathShares(tuple(every.codes(at).tolist()), 1, a, b, apart(a, b), every.through(at)))
    if len(taken) > len(listed):
        having = ~np.isin(every.grouped.variant, listed)
        a, b = one.share(having), other.share(having)
        through = f"variant-except:{making.word}/" + ",".join(f"{int(every.grouped.digest[at]):016x}" for at in listed)
        rows.append(PathShares(None, len(taken) - len(listed), a, b, apart(a, b), through))
    return tuple(rows)


def _moves(view: View, one: Group, other: Group, making: Making) -> tuple[tuple[MoveShares, ...], int]:
    """Return the moves whose shares lie furthest apart, and how many were ranked."""
    moves = moves_of(view, making)
    first = first_moves(view, moves)
    kind, journey = moves.kind[first], moves.journey[first]
    counts = [np.bincount(kind[group.chosen[journey]], minlength=len(moves.source)) for group in (one, other)]
    shares = [count / max(len(group.rows), 1) for count, group in zip(counts, (one, other), strict=True)]
    often = counts[0] + counts[1] >= RANKED_FROM
    distance = np.where(often, np.abs(shares[0] - shares[1]), -1.0)
    rows = []
    for at in np.argsort(-distance, kind="stable")[:MOVES_SHOWN].tolist():
        if distance[at] <= 0:
            break
        having = np.zeros(len(view.journeys), dtype=bool)
        having[journey[kind == at]] = True
        a, b = one.share(having), other.share(having)
        source, target = int(moves.source[at]), int(moves.target[at])
        through = f"edge:{making.word}/{moves.name(source)}>{moves.name(target)}"
        rows.append(MoveShares(source, target, a, b, apart(a, b), through))
    return tuple(rows), int(often.sum())


def first_moves(view: View, moves: Moves) -> NDArray[np.int64]:
    """Return one move of each kind that each journey makes."""
    return view.remembered(("first moves", moves.variants.making), lambda: _first_moves(view, moves))


def _first_moves(view: View, moves: Moves) -> NDArray[np.int64]:
    pair = moves.kind.astype(np.int64) * max(len(view.journeys), 1) + moves.journey
    return np.unique(pair, return_index=True)[1]
