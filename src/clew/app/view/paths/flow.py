"""What follows what: the flow graph of the most travelled paths, with all other journeys gathered in one node, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import Making
from clew.app.view.paths.moves import END, OTHER, START, Moves, moves_of
from clew.app.view.paths.shown import Shown, shown_paths
from clew.app.view.view import View
from clew.metrics import WITHHELD_BELOW

SECOND_US = 1_000_000
FULL = 100


@dataclass(frozen=True)
class FlowNode:
    """A word of the drawn paths (``n`` steps in ``journeys``), the start, the end, or all steps of the other journeys."""

    name: str
    code: int
    kind: Literal["step", "start", "end", "other"]
    n: int
    journeys: int
    through: str


@dataclass(frozen=True)
class FlowEdge:
    """A move from one node to another, how often, and the median wait before the second (None: withheld, or none)."""

    source: str
    target: str
    n: int
    median_wait_seconds: float | None
    through: str


@dataclass(frozen=True)
class Flow:
    """The graph of the chosen journeys; what comes into each node but the start and the end is its ``n``, and goes out again.

    The edges sum to all moves (``moves``) of all ``journeys``, of which ``shown_journeys`` walk drawn paths.
    """

    nodes: tuple[FlowNode, ...]
    edges: tuple[FlowEdge, ...]
    journeys: int
    shown_journeys: int
    variants: int
    shown_variants: int
    steps: int
    moves: int
    limited: bool


def flow(view: View, chosen: NDArray[np.bool_], making: Making, coverage_percent: int = FULL) -> Flow:
    """Return the flow graph that shows at least so many per cent of the chosen journeys by their own paths."""
    moves = moves_of(view, making)
    shown = shown_paths(moves, chosen, coverage_percent)
    word = f"{making.word}@{coverage_percent}" if coverage_percent < FULL or shown.limited else making.word
    edges = _edges(moves, chosen & shown.journeys, word) + _other_edges(moves, chosen & ~shown.journeys, word)
    nodes = _nodes(view, moves, chosen, shown, word)
    counts = moves.variants.counted(chosen)
    return Flow(
        tuple(nodes),
        tuple(sorted(edges, key=lambda each: (-each.n, each.source, each.target))),
        int(chosen.sum()),
        int((chosen & shown.journeys).sum()),
        int(np.count_nonzero(counts)),
        int(np.count_nonzero(counts[shown.variants])),
        int(chosen[moves.variants.paths.journey].sum()),
        sum(edge.n for edge in edges),
        shown.limited,
    )


def _edges(moves: Moves, among: NDArray[np.bool_], word: str) -> list[FlowEdge]:
    taken = among[moves.journey]
    kind, wait = moves.kind[taken], moves.wait_us[taken]
    counts = np.bincount(kind, minlength=len(moves.source))
    begins = np.cumsum(counts) - counts
    found = []
    for at in np.flatnonzero(counts).tolist():
        n, first = int(counts[at]), int(begins[at])
        middle = (int(wait[first + (n - 1) // 2]) + int(wait[first + n // 2])) / 2 / SECOND_US
        source, target = moves.name(int(moves.source[at])), moves.name(int(moves.target[at]))
        told = n >= WITHHELD_BELOW and middle >= 0
        found.append(FlowEdge(source, target, n, middle if told else None, f"edge:{word}/{source}>{target}"))
    return found


def _other_edges(moves: Moves, among: NDArray[np.bool_], word: str) -> list[FlowEdge]:
    """Gather the journeys that aren't drawn: into other, around in it, and out of it."""
    journeys = int(among.sum())
    steps = int(np.diff(moves.variants.paths.first)[among].sum())
    if not journeys:
        return []
    between = (moves.source[moves.kind] != moves.start) & (moves.target[moves.kind] != moves.end)
    waits = moves.wait_us[between & among[moves.journey]]
    middle = float(np.median(waits)) / SECOND_US if len(waits) >= WITHHELD_BELOW else None
    edges = [(START, OTHER, journeys, None), (OTHER, OTHER, steps - journeys, middle), (OTHER, END, journeys, None)]
    return [
        FlowEdge(source, target, n, wait, f"edge:{word}/{source}>{target}") for source, target, n, wait in edges if n
    ]


def _nodes(view: View, moves: Moves, chosen: NDArray[np.bool_], shown: Shown, word: str) -> list[FlowNode]:
    paths = moves.variants.paths
    words = len(moves.variants.level.titles)
    walked = (chosen & shown.journeys)[paths.journey]
    steps = np.bincount(paths.code[walked], minlength=words)
    holding = np.bincount(paths.code[walked & first_visits(view, moves)], minlength=words)
    whole, rest = int(chosen.sum()), chosen & ~shown.journeys
    names = moves.variants.level.words.names
    found = [FlowNode(START, moves.start, "start", whole, whole, f"step:{word}/{START}")]
    ranked = np.argsort(-steps, kind="stable")
    found += [
        FlowNode(names[code], code, "step", int(steps[code]), int(holding[code]), f"step:{word}/{names[code]}")
        for code in ranked.tolist()
        if steps[code]
    ]
    left = int(np.diff(paths.first)[rest].sum())
    found.append(FlowNode(OTHER, -1, "other", left, int(rest.sum()), f"step:{word}/{OTHER}"))
    found.append(FlowNode(END, moves.end, "end", whole, whole, f"step:{word}/{END}"))
    return found


def first_visits(view: View, moves: Moves) -> NDArray[np.bool_]:
    """Say of each word of the paths whether its journey comes there for the first time."""
    return view.remembered(("first visits", moves.variants.making), lambda: _first_visits(moves))


def _first_visits(moves: Moves) -> NDArray[np.bool_]:
    paths = moves.variants.paths
    pair = paths.journey.astype(np.int64) * (len(moves.variants.level.titles) + 1) + paths.code
    first = np.zeros(len(pair), dtype=bool)
    first[np.unique(pair, return_index=True)[1]] = True
    return first
