"""The journeys at one place in the order of stages, or on their way from there to the next: a node or link of the Sankey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.sankey import DEPTH, VISITS, Columns, columns_of
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    """Find ``all/2/escalation`` (stage 3 of the path, from 0) or ``all/2/escalation>(resolved)``."""
    visits, _, place_and_names = rest.partition("/")
    place, _, names = place_and_names.partition("/")
    known = {each: each for each in VISITS}
    if visits not in known or place not in {str(at) for at in range(DEPTH + 1)}:
        raise UsageError(f"Expected passage:all/0/support, with all or first, and a place from 0 to {DEPTH}.")
    columns = columns_of(view, known[visits])
    source, arrow, target = names.partition(">")
    at = int(place)
    code = _code(columns, source)
    there = columns.at[:, at] == code
    title = columns.titles[code]
    if arrow:
        if at == DEPTH:
            raise UsageError(f"Nothing follows place {DEPTH}.")
        following = _code(columns, target)
        there &= columns.at[:, at + 1] == following
        title = f"{title} → {columns.titles[following]}"
    return Found(there.astype(np.int64), "journeys", f"{title} (stage {at + 1} of the journey)")


def _code(columns: Columns, name: str) -> int:
    if name not in columns.names:
        raise UsageError("No stage or ending here is called that. Choose one from the picture.")
    return columns.names.index(name)


BEHIND = Behind("passage", "passage:all/0/support", _find)
