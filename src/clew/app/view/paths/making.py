"""What a path is made of: channels, channels with who spoke, touchpoints or stages, and how a word of it is written in an address."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.journeys import Words
from clew.maps import channel_title
from clew.model import UsageError

Level = Literal["channel", "channel_party", "touchpoint", "stage"]
Repeats = Literal["once", "each"]
Kept = Literal["service", "all"]

LEVELS: tuple[Level, ...] = get_args(Level)
#: A name that is longer in an address is told by its digest.
_LONGEST_WORD = 200


@dataclass(frozen=True)
class Making:
    """What paths are made of.

    ``repeats``: what follows itself counts ``once`` or ``each`` time. ``steps``: those of the ``service`` (no ratings, orders,
    campaigns, nothing the system does), or ``all``.
    """

    level: Level = "channel"
    repeats: Repeats = "once"
    steps: Kept = "service"

    @property
    def word(self) -> str:
        """How it is written in a through word: ``channel``, ``touchpoint+each+all``."""
        return self.level + ("+each" if self.repeats == "each" else "") + ("+all" if self.steps == "all" else "")


#: Every making by its word.
MAKINGS: dict[str, Making] = {
    making.word: making
    for level in LEVELS
    for repeats in get_args(Repeats)
    for steps in get_args(Kept)
    for making in (Making(level, repeats, steps),)
}


@dataclass(frozen=True)
class LevelWords:
    """Each step's word at a level: ``words.names`` as addresses have them, ``titles`` as people read them, and the channels."""

    words: Words
    titles: tuple[str, ...]
    channels: tuple[str, ...]


def making_named(word: str) -> Making:
    """Return the making of this word; UsageError names the levels."""
    if word not in MAKINGS:
        raise UsageError(
            f"No path is made of that. Known: {', '.join(LEVELS)}, each with +each (repeats count each time) and +all (all steps)."
        )
    return MAKINGS[word]


def level_words(view: View, level: Level) -> LevelWords:
    """Return each step's word at a level."""
    return view.remembered(("words", level), lambda: _level_words(view, level))


def address_word(*parts: str) -> str:
    """Return a name of one or more parts as addresses have it; brackets, ``>``, ``/``, ``+``, ``@`` and ``*`` are free for us.

    >>> address_word("chat"), address_word("web", "Plans › a/b"), address_word("(start)")
    ('chat', 'web+Plans%20%E2%80%BA%20a%2Fb', '%28start%29')
    """
    written = "+".join(quote(part, safe="") for part in parts)
    if len(written) > _LONGEST_WORD:
        return "*" + sha256(written.encode()).hexdigest()[:16]
    return written or "(none)"


def _level_words(view: View, level: Level) -> LevelWords:
    steps = view.steps
    if level == "stage":
        named = dict(view.settings.stages)
        titles = tuple(named.get(name, name.capitalize()) for name in steps.stage.names)
        return LevelWords(_addressed(steps.stage), titles, ("",) * len(titles))
    channel = steps.channel
    if level == "channel":
        titles = tuple(channel_title(name) for name in channel.names)
        return LevelWords(_addressed(channel), titles, channel.names)
    second = steps.party if level == "channel_party" else steps.touchpoint
    codes, pairs = _paired(channel, second)
    names = [(channel.names[at // len(second.names)], second.names[at % len(second.names)]) for at in pairs]
    titles = tuple(f"{channel_title(of)}: {name or 'not named'}" for of, name in names)
    return LevelWords(Words(codes, tuple(address_word(*name) for name in names)), titles, tuple(of for of, _ in names))


def _addressed(words: Words) -> Words:
    return Words(words.codes, tuple(address_word(name) for name in words.names))


def _paired(one: Words, other: Words) -> tuple[NDArray[np.int32], list[int]]:
    """Return a code for each pair of words that occurs, and which pair each code is."""
    pair = one.codes.astype(np.int64) * max(len(other.names), 1) + other.codes
    possible = len(one.names) * len(other.names)
    if possible > 4_000_000:
        found, codes = np.unique(pair, return_inverse=True)
        return codes.reshape(-1).astype(np.int32), found.tolist()
    found = np.flatnonzero(np.bincount(pair, minlength=possible))
    place = np.zeros(max(possible, 1), dtype=np.int32)
    place[found] = np.arange(len(found), dtype=np.int32)
    return place[pair], found.tolist()
