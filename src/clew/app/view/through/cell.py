"""The journeys behind a cell of the map, or behind one of its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.app.view.behind_number import Behind, Found
from clew.app.view.map.things import column_title, lane_title, things_of
from clew.app.view.map.word import EXAMPLE, read_cell

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    word = read_cell(rest)
    found = things_of(view, word)
    named = [lane_title(word.lane), column_title(view, found.column), found.entry_title]
    return Found(found.times, f"{found.unit}s", " · ".join(part for part in named if part))


BEHIND = Behind("cell", EXAMPLE, _find)
