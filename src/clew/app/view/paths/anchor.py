"""The moments around which journeys are lined up: the first handoff, the first contact on a channel, a reopening, an outcome, a touchpoint."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import level_words
from clew.app.view.view import View
from clew.maps import channel_title
from clew.model import UsageError

OUTCOMES = {
    "resolved": "First time resolved",
    "closed": "First time closed",
    "abandoned": "First time given up",
    "reopened": "First reopening",
}
NAMED = {"handoff": "First handoff", "reopening": "First reopening", "outcome": "Outcome (the last one told)"}
#: So many touchpoints can be chosen, the most frequent in all journeys; any other works by its word too.
TOUCHPOINTS_OFFERED = 200
#: Marking a table of flags is faster than sorting, up to so many.
_LARGEST_TABLE = 64_000_000


@dataclass(frozen=True)
class Anchor:
    """One anchor on offer, and how many of the chosen journeys have it."""

    word: str
    title: str
    journeys: int


def anchor_rows(view: View, word: str) -> NDArray[np.int64]:
    """Return the step of each journey that is its anchor, -1 where it has none; UsageError says which words there are."""
    return view.remembered(("anchor", word), lambda: _anchor_rows(view, word))


def anchors(view: View, chosen: NDArray[np.bool_]) -> tuple[Anchor, ...]:
    """Return the anchors that at least one of the chosen journeys has."""
    steps = view.steps
    channels = _counted(view, "channel", steps.channel.codes, steps.starts_contact, chosen, len(steps.channel.names))
    touchpoint = level_words(view, "touchpoint")
    everywhere = np.ones(len(steps.journey), dtype=bool)
    places = _counted(view, "touchpoint", touchpoint.words.codes, everywhere, chosen, len(touchpoint.titles))
    names = level_words(view, "channel").words.names
    ends = [name for name in steps.outcome.names if name and name != "reopened"]
    named = [*NAMED.items(), *((f"outcome/{name}", OUTCOMES.get(name, name)) for name in ends)]
    found = [Anchor(word, title, _journeys(view, word, chosen)) for word, title in named]
    found += [
        Anchor(f"contact/{names[code]}", f"First contact on {channel_title(steps.channel.names[code])}", int(n))
        for code, n in _ranked(channels)
    ]
    found += [
        Anchor(f"touchpoint/{touchpoint.words.names[code]}", touchpoint.titles[code], int(n))
        for code, n in _ranked(places)[:TOUCHPOINTS_OFFERED]
    ]
    return tuple(anchor for anchor in found if anchor.journeys)


def anchor_title(view: View, word: str) -> str:
    """Return what an anchor is called."""
    kind, _, name = word.partition("/")
    if kind == "contact":
        return f"First contact on {level_words(view, 'channel').titles[level_words(view, 'channel').words.code(name)]}"
    if kind == "touchpoint":
        return level_words(view, "touchpoint").titles[level_words(view, "touchpoint").words.code(name)]
    if kind == "outcome" and name:
        return OUTCOMES.get(name, name)
    return NAMED[kind]


def _anchor_rows(view: View, word: str) -> NDArray[np.int64]:
    steps = view.steps
    kind, _, name = word.partition("/")
    if word == "handoff":
        handoffs = view.handoffs
        return _first(view, steps.first[handoffs.journey] + handoffs.position)
    if word == "reopening":
        return _first(view, np.flatnonzero(steps.outcome.among(("reopened",))))
    if word == "outcome":
        told = np.flatnonzero(steps.outcome.codes != steps.outcome.code(""))
        rows = np.full(len(view.journeys), -1, dtype=np.int64)
        rows[steps.journey[told]] = told  # of several the last one stays
        return rows
    if kind == "outcome" and name and steps.outcome.code(name) >= 0:
        return _first(view, np.flatnonzero(steps.outcome.among((name,))))
    if kind in ("contact", "touchpoint"):
        words = level_words(view, "channel" if kind == "contact" else "touchpoint").words
        there = words.among((name,)) if words.code(name) >= 0 else np.zeros(0, dtype=bool)
        if len(there):
            return _first(view, np.flatnonzero(there & steps.starts_contact if kind == "contact" else there))
    raise UsageError(
        "No journey has this anchor. Known: handoff, reopening, outcome, outcome/resolved, contact/<channel>, touchpoint/<word>."
    )


def _first(view: View, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the first of the rows in each journey."""
    rows = np.sort(rows)[::-1]
    found = np.full(len(view.journeys), -1, dtype=np.int64)
    found[view.steps.journey[rows]] = rows  # of several the last one stays, which is the first in time
    return found


def _journeys(view: View, word: str, chosen: NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(chosen & (anchor_rows(view, word) >= 0)))


def _counted(
    view: View,
    kind: str,
    codes: NDArray[np.int32],
    among: NDArray[np.bool_],
    chosen: NDArray[np.bool_],
    size: int,
) -> NDArray[np.int64]:
    """Count the chosen journeys that have each word on one of the steps."""

    def pairs() -> NDArray[np.int64]:
        pair = (view.steps.journey.astype(np.int64) * max(size, 1) + codes)[among]
        if len(view.journeys) * size > _LARGEST_TABLE:
            return np.unique(pair)
        seen = np.zeros(len(view.journeys) * max(size, 1), dtype=bool)
        seen[pair] = True
        return np.flatnonzero(seen)

    pair = view.remembered(("anchor words", kind), pairs)
    journey, code = np.divmod(pair, max(size, 1))
    return np.bincount(code[chosen[journey]], minlength=size)


def _ranked(counts: NDArray[np.int64]) -> list[tuple[int, int]]:
    order = np.argsort(-counts, kind="stable")
    return [(code, int(counts[code])) for code in order.tolist() if counts[code]]
