"""The paths journeys take: what each is made of, which journeys take the same one, and how long it is quiet between steps."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from clew.journeys.encoded import Words
from clew.journeys.place import NOT_SERVICE_KINDS

#: So many words of a path decide where it stands among paths that equally many journeys take.
_SORTED_BY = 16


@dataclass(frozen=True)
class Paths:
    """Every journey's path as integers: journey j takes ``code[first[j]:first[j + 1]]``, which ``words`` names.

    ``row`` is the step at which each word of a path begins, ``before`` the step of the path directly before that one (-1
    where there is none; it may belong to the same word's run that ended there).
    """

    words: tuple[str, ...]
    first: NDArray[np.int64]
    journey: NDArray[np.int32]
    code: NDArray[np.int32]
    row: NDArray[np.int32]
    before: NDArray[np.int32]

    def __len__(self) -> int:
        """Count the journeys."""
        return len(self.first) - 1


@dataclass(frozen=True)
class Grouped:
    """Which journeys take the same path: ``variant[j]`` is journey j's, numbered in the order of the paths' words.

    Variant v reads ``code[first[v]:first[v + 1]]``; ``digest[v]`` depends on its words alone, so it is the same in every build.
    """

    variant: NDArray[np.int32]
    first: NDArray[np.int64]
    code: NDArray[np.int32]
    digest: NDArray[np.uint64]

    def __len__(self) -> int:
        """Count the variants."""
        return len(self.digest)


def service_steps(party: Words, kind: Words) -> NDArray[np.bool_]:
    """Say of each step whether it takes part in the service: no rating, order, campaign, payment, look-up, nor the system's."""
    return ~(kind.among(NOT_SERVICE_KINDS) | party.among(("system",)))


def paths_of(
    words: Words, first: NDArray[np.int64], kept: NDArray[np.bool_] | None = None, *, repeats_once: bool = True
) -> Paths:
    """Return the path of every journey, whose steps are rows ``first[j]`` to ``first[j + 1]`` of ``words``.

    Steps that aren't ``kept`` are left out; with ``repeats_once`` what follows itself counts once. A journey of which
    nothing is left has an empty path.
    """
    count = len(first) - 1
    row = np.arange(len(words.codes), dtype=np.int32) if kept is None else np.flatnonzero(kept).astype(np.int32)
    code = words.codes[row]
    journey = np.repeat(np.arange(count, dtype=np.int32), np.diff(first))[row]
    opens = np.ones(len(row), dtype=bool)
    opens[1:] = journey[1:] != journey[:-1]
    before = np.full(len(row), -1, dtype=np.int32)
    before[1:] = np.where(opens[1:], -1, row[:-1])
    if repeats_once:
        changed = opens.copy()
        changed[1:] |= code[1:] != code[:-1]
        row, code, journey, before = row[changed], code[changed], journey[changed], before[changed]
    return Paths(words.names, offsets(np.bincount(journey, minlength=count)), journey, code, row, before)


def waits_us(paths: Paths, occurred_us: NDArray[np.int64], wait_before_us: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how long it was quiet before each word of a path in microseconds, -1 where the path begins.

    It runs from the end of the path's step before, as the step that follows that one tells it (steps that the path
    leaves out may lie between), and is never below 0.
    """
    begins = paths.before < 0
    following = np.where(begins, paths.row, paths.before + 1)
    ended_us = occurred_us[following] - np.maximum(wait_before_us[following], 0)
    return np.where(begins, -1, np.maximum(occurred_us[paths.row] - ended_us, 0))


def grouped(paths: Paths) -> Grouped:
    """Put the journeys that take the same path together; two paths are the same when their words are."""
    digests, example, variant = np.unique(_digests(paths), return_index=True, return_inverse=True)
    length = np.diff(paths.first)[example]
    order = _in_order_of_words(paths, example, length, digests)
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    first = offsets(length[order])
    at = np.repeat(paths.first[:-1][example[order]] - first[:-1], length[order]) + np.arange(first[-1])
    return Grouped(place[variant.reshape(-1)], first, paths.code[at], digests[order])


def digest_of(words: tuple[str, ...]) -> int:
    """Return the digest of a path of these words, as :class:`Grouped` has it."""
    codes = np.arange(len(words), dtype=np.int32)
    one = Paths(words, offsets(np.array([len(words)])), np.zeros(len(words), dtype=np.int32), codes, codes, codes)
    return int(_digests(one)[0])


def grouped_medians(values: NDArray[np.float64], group: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return the median of the values of each group (numbered from 0, none empty)."""
    order = np.lexsort((values, group))
    values = values[order]
    sizes = np.bincount(group)
    start = np.cumsum(sizes) - sizes
    return (values[start + (sizes - 1) // 2] + values[start + sizes // 2]) / 2


def offsets(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each of several stretches laid end to end begins, and where the last one ends."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


def _digests(paths: Paths) -> NDArray[np.uint64]:
    """Return one 64-bit digest a journey: the sum over its path of a mix of each word's digest and its place."""
    names = [int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little") for word in paths.words]
    place = np.arange(len(paths.code)) - np.repeat(paths.first[:-1], np.diff(paths.first))
    mixed = np.array(names, dtype=np.uint64)[paths.code] if names else np.zeros(0, dtype=np.uint64)
    mixed = _mixed(mixed ^ _mixed(place.astype(np.uint64)))
    digests = np.zeros(len(paths), dtype=np.uint64)
    walked = np.flatnonzero(np.diff(paths.first))
    if len(walked):
        digests[walked] = np.add.reduceat(mixed, paths.first[walked])
    return digests


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix the bits (SplitMix64, Steele, Lea and Flood 2014)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _in_order_of_words(
    paths: Paths, example: NDArray[np.int64], length: NDArray[np.int64], digests: NDArray[np.uint64]
) -> NDArray[np.int64]:
    """Return the variants in the order of their words (by the first sixteen, then by digest)."""
    alphabet = np.empty(len(paths.words) + 1, dtype=np.uint64)
    alphabet[np.argsort(np.array(paths.words, dtype=object), kind="stable")] = np.arange(1, len(paths.words) + 1)
    alphabet[-1] = 0
    keys: list[NDArray[np.uint64]] = [digests]
    for place in reversed(range(_SORTED_BY)):
        there = length > place
        if there.any():
            code = np.full(len(example), -1, dtype=np.int64)
            code[there] = paths.code[paths.first[:-1][example[there]] + place]
            keys.append(alphabet[code])
    return np.lexsort(keys)
