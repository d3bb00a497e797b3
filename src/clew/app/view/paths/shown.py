"""Which paths a flow graph draws: as many as it takes to show the share of journeys that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.moves import Moves

#: Nobody reads a graph of more, and no browser pans it smoothly; fewer paths are drawn then, which the answer says.
MOST_NODES, MOST_EDGES = 500, 1500


@dataclass(frozen=True)
class Shown:
    """The drawn variants (a flag each), the journeys that take them, and whether the limits held more of them back."""

    variants: NDArray[np.bool_]
    drawn: int
    journeys: NDArray[np.bool_]
    limited: bool


def shown_paths(moves: Moves, chosen: NDArray[np.bool_], coverage_percent: int) -> Shown:
    """Return the fewest variants, most travelled first, that so many per cent of the chosen journeys take; at least one.

    The empty path is always drawn: it takes no node of its own.
    """
    every = moves.variants
    counts = every.counted(chosen)
    ranked = every.ranked(counts)
    reached = np.cumsum(counts[ranked])
    whole = int(reached[-1]) if len(reached) else 0
    wanted = int(np.searchsorted(reached * 100, coverage_percent * whole)) + 1
    within = _within_limits(moves, ranked)
    taken = min(max(wanted, 1), len(ranked), within)
    flags = np.zeros(len(every), dtype=bool)
    flags[ranked[:taken]] = True
    flags[(np.diff(every.grouped.first) == 0) & (counts > 0)] = True
    return Shown(flags, int(flags.sum()), flags[every.grouped.variant], within < min(wanted, len(ranked)))


def _within_limits(moves: Moves, ranked: NDArray[np.int64]) -> int:
    """Return how many of the ranked variants can be drawn within the limits on nodes and edges, at least one."""
    grouped, words = moves.variants.grouped, len(moves.variants.level.titles)
    if words <= MOST_NODES and len(moves.source) <= MOST_EDGES:
        return len(ranked)
    rank = np.full(len(grouped), len(ranked), dtype=np.int64)
    rank[ranked] = np.arange(len(ranked))
    variant = np.repeat(np.arange(len(grouped)), np.diff(grouped.first))
    rank_of_each = rank[variant]
    code = grouped.code.astype(np.int64)
    same = variant[1:] == variant[:-1]
    pair = (code[:-1] * (words + 1) + code[1:])[same]
    first_node = _earliest(code, rank_of_each)
    first_edge = _earliest(pair, rank_of_each[1:][same])
    most = [len(ranked)]
    for firsts, limit in ((first_node, MOST_NODES), (first_edge, MOST_EDGES)):
        firsts = np.sort(firsts)
        if len(firsts) > limit:
            most.append(int(firsts[limit]))
    return max(1, min(most))


def _earliest(things: NDArray[np.int64], rank: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each distinct thing the rank of the first variant that has it."""
    order = np.lexsort((rank, things))
    things, rank = things[order], rank[order]
    opens = np.ones(len(things), dtype=bool)
    opens[1:] = things[1:] != things[:-1]
    return rank[opens]
