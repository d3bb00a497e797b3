"""The journeys that go from one step straight to another: an edge of the flow graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.flow_behind import drawn, edge_times

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    return _find_among(view, rest, np.ones(len(view.journeys), dtype=bool))


def _find_among(view: View, rest: str, chosen: NDArray[np.bool_]) -> Found:
    word, _, ends = rest.partition("/")
    source, _, target = ends.partition(">")
    moves, shown = drawn(view, word, chosen)
    times, title = edge_times(moves, shown, source, target)
    return Found(times, "moves", title)


BEHIND = Behind("edge", "edge:channel/chat>phone", _find, _find_among)
