"""Who hands over to whom: channels, parties or teams as the rows and columns of one matrix, the rarest of many together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.journeys import Words
from clew.maps import channel_title

By = Literal["channel", "party", "team"]

#: A matrix has so many rows at most; what hands over more rarely stands together as one, which the through word calls "+".
SHOWN = 20
#: What a total's through word has in place of a name. Names themselves are percent-encoded, so neither can be one.
ANY, OTHER = "*", "+"
#: How an empty word is called: before the handoff, and after it.
_UNNAMED: dict[By, tuple[str, str]] = {
    "channel": ("No channel named", "No channel named"),
    "party": ("Nobody yet", "Not answered"),
    "team": ("No team named", "No team named"),
}
_PARTIES = {"bot": "Bot", "agent": "Agent"}


@dataclass(frozen=True)
class Sides:
    """The rows and columns, the one with most handoffs first: handoff i goes from ``names[before[i]]`` to ``names[after[i]]``.

    Where some are ``folded``, the number ``len(names)`` stands for all of them together.
    """

    by: By
    names: tuple[str, ...]
    folded: tuple[str, ...]
    before: NDArray[np.int32]
    after: NDArray[np.int32]

    @property
    def count(self) -> int:
        """How many rows the matrix has, and how many columns."""
        return len(self.names) + bool(self.folded)


def sides(view: View, by: By) -> Sides:
    """Return the matrix's sides; which names are folded depends on the build alone, so that through words stay true."""
    return view.remembered(("handoff sides", by), lambda: _sides(view, by))


def columns_of(view: View, by: By) -> tuple[Words, Words]:
    """Return who handed over and who took over."""
    handoffs = view.handoffs
    if by == "channel":
        return handoffs.from_channel, handoffs.to_channel
    return (handoffs.from_party, handoffs.to_party) if by == "party" else (handoffs.from_team, handoffs.to_team)


def side_title(by: By, name: str, *, after: bool) -> str:
    """Return what a row (``after``: a column) is called: nobody before a handoff is not the same as nobody after it."""
    if not name:
        return _UNNAMED[by][after]
    return channel_title(name) if by == "channel" else _PARTIES.get(name, name) if by == "party" else name


def _sides(view: View, by: By) -> Sides:
    before, after = columns_of(view, by)
    volume: dict[str, int] = {}
    for words in (before, after):
        for name, n in zip(words.names, np.bincount(words.codes, minlength=len(words.names)).tolist(), strict=True):
            volume[name] = volume.get(name, 0) + n
    ranked = sorted((name for name, n in volume.items() if n), key=lambda name: (-volume[name], name))
    shown = len(ranked) if len(ranked) <= SHOWN + 1 else SHOWN
    place = {name: min(number, shown) for number, name in enumerate(ranked)}

    def numbered(words: Words) -> NDArray[np.int32]:
        return np.array([place.get(name, 0) for name in words.names], dtype=np.int32)[words.codes]

    return Sides(by, tuple(ranked[:shown]), tuple(ranked[shown:]), numbered(before), numbered(after))
