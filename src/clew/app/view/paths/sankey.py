"""Which stages journeys go through, one after the other, and where they end: every column sums to all journeys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import Making, level_words
from clew.app.view.paths.same_path import variants_of
from clew.app.view.view import View
from clew.maps import ending_title

Visits = Literal["all", "first"]
VISITS: tuple[Visits, ...] = get_args(Visits)
#: So many stages stand one after the other; what comes after them is later.
DEPTH = 6
LATER = "(later)"


@dataclass(frozen=True)
class PassageNode:
    """A stage at its place (from 0) in journeys' order of stages, an ending directly after one, or all later stages."""

    name: str
    title: str
    kind: Literal["stage", "ending", "later"]
    place: int
    n: int
    through: str


@dataclass(frozen=True)
class PassageLink:
    """Journeys that go from a node at ``place`` to one at the next place."""

    source: str
    target: str
    place: int
    n: int
    through: str


@dataclass(frozen=True)
class Passages:
    """The order of stages of the chosen journeys; what enters a node leaves it, unless it is an ending or later.

    At each place the stages, and the endings up to that place, sum to ``journeys`` (at the last one with later).
    """

    nodes: tuple[PassageNode, ...]
    links: tuple[PassageLink, ...]
    journeys: int


@dataclass(frozen=True)
class Columns:
    """``at[j, p]`` is the node of journey j at place p, -1 after its ending; nodes are stages, then endings, then later."""

    at: NDArray[np.int16]
    names: tuple[str, ...]
    titles: tuple[str, ...]
    stages: int


def passages(view: View, chosen: NDArray[np.bool_], visits: Visits) -> Passages:
    """Return the order of stages, each time a journey comes to one (``all``) or its ``first`` time only."""
    columns = columns_of(view, visits)
    among = columns.at[chosen]
    size = len(columns.names)
    nodes: list[PassageNode] = []
    links: list[PassageLink] = []
    for place in range(DEPTH + 1):
        here = among[:, place]
        there = here >= 0
        counts = np.bincount(here[there], minlength=size)
        nodes += [_node(columns, code, place, int(counts[code]), visits) for code in np.flatnonzero(counts).tolist()]
        if place:
            before = among[there, place - 1].astype(np.int64)
            pairs = np.bincount(before * size + here[there], minlength=size * size)
            for pair in np.flatnonzero(pairs).tolist():
                source, target = columns.names[pair // size], columns.names[pair % size]
                through = f"passage:{visits}/{place - 1}/{source}>{target}"
                links.append(PassageLink(source, target, place - 1, int(pairs[pair]), through))
    return Passages(tuple(nodes), tuple(links), int(chosen.sum()))


def columns_of(view: View, visits: Visits) -> Columns:
    """Return every journey's node at each place."""
    return view.remembered(("stage columns", visits), lambda: _columns(view, visits))


def _columns(view: View, visits: Visits) -> Columns:
    level = level_words(view, "stage")
    paths = variants_of(view, Making("stage", "once", "all")).paths
    code, journey, stages = paths.code, paths.journey, len(level.titles)
    if visits == "first":
        _, first = np.unique(journey.astype(np.int64) * max(stages, 1) + code, return_index=True)
        first.sort()
        code, journey = code[first], journey[first]
    length = np.bincount(journey, minlength=len(paths))
    begins = np.cumsum(length) - length
    place = np.arange(len(code)) - begins[journey]
    outcomes = view.journeys.outcome
    later = stages + len(outcomes.names)
    at = np.full((len(paths), DEPTH + 1), -1, dtype=np.int16)
    early = place < DEPTH
    at[journey[early], place[early]] = code[early]
    ends = length <= DEPTH
    at[np.flatnonzero(ends), length[ends]] = stages + outcomes.codes[ends]
    at[~ends, DEPTH] = later
    names = (*level.words.names, *(f"({name})" for name in outcomes.names), LATER)
    titles = (*level.titles, *(ending_title(name) for name in outcomes.names), "Later stages")
    return Columns(at, names, titles, stages)


def _node(columns: Columns, code: int, place: int, n: int, visits: Visits) -> PassageNode:
    name = columns.names[code]
    kind = "stage" if code < columns.stages else "later" if name == LATER else "ending"
    return PassageNode(name, columns.titles[code], kind, place, n, f"passage:{visits}/{place}/{name}")
