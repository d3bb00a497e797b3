"""Reads which node or edge of a flow graph a through word means, and which journeys the graph draws."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import making_named
from clew.app.view.paths.moves import END, OTHER, START, Moves, moves_of
from clew.app.view.paths.shown import shown_paths
from clew.app.view.view import View
from clew.model import UsageError


def drawn(view: View, written: str, chosen: NDArray[np.bool_]) -> tuple[Moves, NDArray[np.bool_]]:
    """Return the moves of ``channel`` or ``channel@83`` (per cent) and the journeys whose own path is drawn."""
    word, at, coverage = written.partition("@")
    moves = moves_of(view, making_named(word))
    if not at:
        return moves, np.ones(len(moves.variants.paths), dtype=bool)
    if not (coverage.isascii() and coverage.isdigit() and int(coverage[:4]) <= 100):
        raise UsageError("What share of journeys is drawn? Expected per cent from 0 to 100, as in channel@83.")
    return moves, shown_paths(moves, chosen, int(coverage)).journeys


def node_times(moves: Moves, shown: NDArray[np.bool_], name: str) -> tuple[NDArray[np.int64], str]:
    """Return how many steps of each journey a node counts, and its title; UsageError for one that isn't in any path."""
    paths = moves.variants.paths
    if name in (START, END):
        return np.ones(len(paths), dtype=np.int64), {START: "Start", END: "End"}[name]
    length = np.diff(paths.first)
    if name == OTHER:
        return np.where(shown, 0, length), "Steps of other paths"
    code = word_code(moves, name)
    times = np.bincount(paths.journey[paths.code == code], minlength=len(paths))
    return np.where(shown, times, 0), moves.variants.level.titles[code]


def edge_times(moves: Moves, shown: NDArray[np.bool_], source: str, target: str) -> tuple[NDArray[np.int64], str]:
    """Return how often each journey makes a move, and its title; UsageError for one between unknown nodes."""
    paths = moves.variants.paths
    length = np.diff(paths.first)
    hidden = ~shown & (length > 0)
    if OTHER in (source, target):
        times = {
            (START, OTHER): hidden.astype(np.int64),
            (OTHER, OTHER): np.where(hidden, length - 1, 0),
            (OTHER, END): hidden.astype(np.int64),
        }.get((source, target))
        if times is None:
            raise UsageError("Other paths lead from the start to the end only.")
        return times, "Other paths"
    codes = _code(moves, source), _code(moves, target)
    same = np.flatnonzero((moves.source == codes[0]) & (moves.target == codes[1]))
    made = np.isin(moves.kind, same)
    times = np.bincount(moves.journey[made], minlength=len(paths))
    titles = (*moves.variants.level.titles, "Start", "End")
    return np.where(shown | (length == 0), times, 0), f"{titles[codes[0]]} → {titles[codes[1]]}"


def word_code(moves: Moves, name: str) -> int:
    """Return the code of a word of the paths."""
    code = moves.variants.level.words.code(name)
    if code < 0:
        raise UsageError("No step here is called that. Choose one from the list.")
    return code


def _code(moves: Moves, name: str) -> int:
    return {START: moves.start, END: moves.end}.get(name) or word_code(moves, name)
