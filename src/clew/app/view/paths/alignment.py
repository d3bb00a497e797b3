"""Journeys lined up at a moment they share: what happens in the five steps before and after it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.anchor import anchor_rows
from clew.app.view.paths.making import Making
from clew.app.view.paths.same_path import Variants, variants_of
from clew.app.view.view import View
from clew.journeys import service_steps

REACH = 5
POSITIONS = tuple(range(-REACH, REACH + 1))
SHOWN = 8
BEFORE, AFTER, OTHER = "(before)", "(after)", "(other)"


@dataclass(frozen=True)
class AlignedPart:
    """What stands at one position in ``n`` journeys: a word (``code``), all other words, or nothing: not begun, or over."""

    name: str
    code: int
    n: int
    share: float
    through: str


@dataclass(frozen=True)
class Aligned:
    """One position, from -5 to 5; its parts sum to the journeys that have the anchor."""

    position: int
    parts: tuple[AlignedPart, ...]


@dataclass(frozen=True)
class Alignment:
    """The chosen journeys that have the anchor, of all ``journeys``; ``shown`` are the words that stand by themselves."""

    anchored: int
    journeys: int
    shown: tuple[int, ...]
    positions: tuple[Aligned, ...]
    variants: Variants


@dataclass(frozen=True)
class Neighbours:
    """``at[i, p]``: the word of anchored journey ``journey[i]`` at position p - 5; the codes after the words' are before and after."""

    journey: NDArray[np.int64]
    at: NDArray[np.int32]
    variants: Variants

    @property
    def before(self) -> int:
        """The code of "not begun yet"."""
        return len(self.variants.level.titles)

    @property
    def after(self) -> int:
        """The code of "over"."""
        return len(self.variants.level.titles) + 1


def alignment(view: View, chosen: NDArray[np.bool_], making: Making, anchor: str) -> Alignment:
    """Return what the chosen journeys do around their anchor; UsageError for an anchor that no journey can have."""
    around = neighbours(view, making, anchor)
    among = around.at[chosen[around.journey]]
    shown = shown_words(around, chosen)
    word = f"aligned:{making.word}/{SHOWN}/{anchor.replace('/', ':', 1)}"
    positions = tuple(
        Aligned(position, _parts(around, among[:, column], shown, f"{word}/{position}"))
        for column, position in enumerate(POSITIONS)
    )
    return Alignment(len(among), int(chosen.sum()), tuple(shown), positions, around.variants)


def neighbours(view: View, making: Making, anchor: str) -> Neighbours:
    """Return the words around the anchor of every journey that has it."""
    return view.remembered(("aligned", making, anchor), lambda: _neighbours(view, making, anchor))


def shown_words(around: Neighbours, chosen: NDArray[np.bool_]) -> list[int]:
    """Return the words that stand by themselves: the eight most frequent around the anchor, the most frequent first."""
    among = around.at[chosen[around.journey]]
    counts = np.bincount(among.ravel(), minlength=around.after + 1)[: around.before]
    order = [code for code in np.argsort(-counts, kind="stable").tolist() if counts[code]]
    return order if len(order) == SHOWN + 1 else order[:SHOWN]


def _neighbours(view: View, making: Making, anchor: str) -> Neighbours:
    """Line up the journeys. A step that its path leaves out (a status change) still stands at position 0 where it is the anchor."""
    steps, every = view.steps, variants_of(view, making)
    paths = every.paths
    rows = anchor_rows(view, anchor)
    journey = np.flatnonzero(rows >= 0)
    rows = rows[journey]
    on_path = np.ones(len(rows), dtype=bool)
    if making.steps == "service":
        on_path = service_steps(steps.party, steps.kind)[rows]
    # The last word of the path that begins at or before the anchor: the anchor's own where it is on the path.
    nearest = np.searchsorted(paths.row, rows, side="right") - 1
    first, end = paths.first[:-1][journey], paths.first[1:][journey]
    before, after = len(every.level.titles), len(every.level.titles) + 1
    at = np.empty((len(rows), len(POSITIONS)), dtype=np.int32)
    for column, position in enumerate(POSITIONS):
        place = nearest + position + np.where(on_path | (position >= 0), 0, 1)
        inside = (place >= first) & (place < end)
        codes = paths.code[np.where(inside, place, 0)] if len(paths.code) else np.zeros(len(rows), dtype=np.int32)
        at[:, column] = np.where(inside, codes, np.where(place < first, before, after))
    own = every.level.words.codes[rows]
    at[:, REACH] = np.where(on_path, at[:, REACH], own)
    return Neighbours(journey, at, every)


def _parts(around: Neighbours, here: NDArray[np.int32], shown: list[int], word: str) -> tuple[AlignedPart, ...]:
    counts = np.bincount(here, minlength=around.after + 1)
    rest = int(counts[: around.before].sum() - counts[shown].sum())
    names = around.variants.level.words.names
    listed = [(BEFORE, around.before, int(counts[around.before]))]
    listed += [(names[code], code, int(counts[code])) for code in shown]
    listed += [(OTHER, -1, rest), (AFTER, around.after, int(counts[around.after]))]
    whole = len(here)
    return tuple(AlignedPart(name, code, n, n / whole, f"{word}/{name}") for name, code, n in listed if n)
