"""The journeys with a step of one kind on their path: a node of the flow graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.flow_behind import drawn, node_times

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    return _find_among(view, rest, np.ones(len(view.journeys), dtype=bool))


def _find_among(view: View, rest: str, chosen: NDArray[np.bool_]) -> Found:
    word, _, name = rest.partition("/")
    moves, shown = drawn(view, word, chosen)
    times, title = node_times(moves, shown, name)
    return Found(times, "journeys" if title in ("Start", "End") else "steps", title)


BEHIND = Behind("step", "step:channel/chat", _find, _find_among)
