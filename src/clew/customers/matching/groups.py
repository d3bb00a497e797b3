"""Puts records together into people where they fit each other on the whole, not where one doubtful pair chains them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: A weight beyond these says no more: one perfect pair can't outweigh everything else in a group.
STRONGEST, WEAKEST = 20.0, -10.0


def group_records(
    ends: tuple[NDArray[np.int64], NDArray[np.int64]],
    weights: NDArray[np.float64],
    sources: NDArray[np.int64],
    accept_weight: float,
    unseen_weight: float,
) -> NDArray[np.int64]:
    """Return each record's group, named by its smallest member.

    ``ends`` are the records of each scored pair, numbered from 0 to len(sources). Two groups become one where the mean weight over all pairs
    between them is at least ``accept_weight``; a pair that wasn't scored counts ``unseen_weight``. The best go first (average linkage,
    Sokal and Michener 1958, by reciprocal nearest neighbours, so every round works on whole columns). Ties go to the smaller
    number. Groups that both hold a record of one source stay apart, for a source of -1 never.
    """
    group = np.arange(len(sources), dtype=np.int64)
    size = np.ones(len(sources), dtype=np.int64)
    held = _held(sources)
    one, other = np.minimum(*ends), np.maximum(*ends)
    excess = np.clip(weights, WEAKEST, STRONGEST) - unseen_weight
    while len(one):
        mean = excess / (size[one] * size[other]) + unseen_weight
        fits = (mean >= accept_weight) & ((held[one] & held[other]) == 0)
        keep, gone = _mutually_best(one[fits], other[fits], mean[fits], len(sources))
        if not len(keep):
            break
        into = np.arange(len(sources), dtype=np.int64)
        into[gone] = keep
        size[keep] += size[gone]
        held[keep] |= held[gone]
        group = into[group]
        one, other, excess = _joined(into[one], into[other], excess, len(sources))
    return group


def _held(sources: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return each record's source as one bit; none for -1."""
    return np.where(sources >= 0, np.left_shift(np.int64(1), np.maximum(sources, 0)), 0)


def _mutually_best(
    one: NDArray[np.int64], other: NDArray[np.int64], mean: NDArray[np.float64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of groups each of which is the other's best, as those that stay and those that go into them."""
    here, there, score = np.r_[one, other], np.r_[other, one], np.r_[mean, mean]
    order = np.lexsort((there, -score, here))
    here, there = here[order], there[order]
    first = np.flatnonzero(np.r_[True, here[1:] != here[:-1]]) if len(here) else np.zeros(0, dtype=np.int64)
    best = np.full(count, -1, dtype=np.int64)
    best[here[first]] = there[first]
    chosen = here[first]
    chosen = chosen[(best[best[chosen]] == chosen) & (chosen < best[chosen])]
    return chosen, best[chosen]


def _joined(
    one: NDArray[np.int64], other: NDArray[np.int64], excess: NDArray[np.float64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Add up what stands between each two groups."""
    apart = one != other
    key = np.minimum(one, other)[apart] * count + np.maximum(one, other)[apart]
    keys, place = np.unique(key, return_inverse=True)
    added = np.bincount(place, weights=excess[apart], minlength=len(keys)).astype(np.float64)
    return keys // count, keys % count, added
