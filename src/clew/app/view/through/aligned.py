"""The journeys that do one thing at one position around a moment they share: a bar of the step alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.alignment import AFTER, BEFORE, OTHER, POSITIONS, REACH, SHOWN, neighbours, shown_words
from clew.app.view.paths.anchor import anchor_title
from clew.app.view.paths.making import making_named
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View

_EXAMPLE = f"aligned:channel/{SHOWN}/handoff/-1/chat"


def _find(view: View, rest: str) -> Found:
    return _find_among(view, rest, np.ones(len(view.journeys), dtype=bool))


def _find_among(view: View, rest: str, chosen: NDArray[np.bool_]) -> Found:
    """Find ``channel/8/contact:phone/-1/chat``: the level, how many words stand by themselves, the anchor, where, what."""
    parts = rest.split("/")
    positions = {str(position): position for position in POSITIONS}
    if len(parts) != 5 or parts[1] != str(SHOWN) or parts[3] not in positions:
        raise UsageError(f"Expected a word like {_EXAMPLE}, with a position from -{REACH} to {REACH}.")
    making, _, anchor, position, name = parts
    anchor = anchor.replace(":", "/", 1)
    around = neighbours(view, making_named(making), anchor)
    here = around.at[:, positions[position] + REACH]
    level = around.variants.level
    if name == OTHER:
        there = (here < around.before) & ~np.isin(here, shown_words(around, chosen))
        title = "other steps"
    else:
        code = {BEFORE: around.before, AFTER: around.after}.get(name, level.words.code(name))
        if code < 0:
            raise UsageError("No step here is called that. Choose one from the picture.")
        there = here == code
        title = (*level.titles, "not begun", "ended")[code]
    times = np.zeros(len(view.journeys), dtype=np.int64)
    times[around.journey[there]] = 1
    return Found(times, "journeys", f"{title}, at {positions[position]:+d} from: {anchor_title(view, anchor)}")


BEHIND = Behind("aligned", _EXAMPLE, _find, _find_among)
